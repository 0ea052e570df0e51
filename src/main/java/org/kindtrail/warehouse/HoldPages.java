package org.kindtrail.warehouse;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Holds for people: what is set apart, why, and what came of it. */
@Path("/holds")
@Produces("text/html")
public class HoldPages {
    private final HoldService holds;
    private final GoodsChoices choices;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    HoldPages(
            HoldService holds,
            GoodsChoices choices,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame) {
        this.holds = holds;
        this.choices = choices;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "warehouse", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance hold(HoldView hold, Form form, List<History.Entry> history);

        static native TemplateInstance holdNew(
                Form form, List<Option> kinds, GoodsChoices.Choices choices, List<Option> places);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response list(
            @QueryParam("standing") String standing, @QueryParam("after") String after, @QueryParam("format") String format) {
        Boolean wanted = standing == null ? Boolean.TRUE : Cursor.truth("standing", standing);
        String path = wanted == null ? "/holds?standing=" : "/holds?standing=" + wanted;
        Listing<HoldRow> listing = new Listing<>("warehouse_holds", path, (from, size) -> holds.list(wanted, null, from, size))
                .link("warehouse_code", HoldRow::code, row -> "/holds/" + row.code())
                .column("warehouse_hold_kind", row -> say(row.kind().wordsKey()))
                .column("warehouse_hold_why", HoldRow::why)
                .column("warehouse_lots", HoldRow::held)
                .column("warehouse_hold_since", HoldRow::madeAt)
                .column("warehouse_by", HoldRow::madeBy)
                .column("warehouse_hold_released_at", HoldRow::releasedAt)
                .filter(say("warehouse_holds_standing"), "/holds", Boolean.TRUE.equals(wanted))
                .filter(say("warehouse_holds_released"), "/holds?standing=false", Boolean.FALSE.equals(wanted))
                .filter(say("warehouse_all"), "/holds?standing=", wanted == null)
                .action("warehouse_hold_new", "/holds/new")
                .whenEmpty("warehouse_holds_empty");
        return listings.answer(listing, after, format);
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    @GET
    @Path("/new")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance blank(
            @QueryParam("lot") String lot, @QueryParam("item") String item, @QueryParam("place") String place) {
        String what = lot != null ? lot : item == null ? null : choices.label(item);
        return page(Form.empty().with("item", what).with("place", place).with("kind", HoldKind.CHECK.word()));
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response hold(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(form, () -> "/holds/" + inForm(form).code(), this::page);
    }

    /** In the form an item and a lot are typed into one field. */
    private HoldView inForm(Form form) {
        try {
            return holds.hold(read(form));
        } catch (Invalid invalid) {
            throw new Invalid(invalid.fields().stream()
                    .map(each -> each.path().equals("lot") ? new FieldError("item", each.key(), each.facts()) : each)
                    .toList());
        }
    }

    private HoldGoods read(Form form) {
        Reading typed = form.read();
        GoodsChoices.What what = choices.what(typed, "item");
        HoldGoods command = new HoldGoods(
                typed.oneOf("kind", HoldKind.class),
                typed.text("why"),
                what.lot(),
                what.item(),
                typed.text("size"),
                typed.code("place"),
                typed.wholeNumber("quantity"));
        return rules.check(command, typed.faults());
    }

    private TemplateInstance page(Form form) {
        List<Option> kinds = Arrays.stream(HoldKind.values())
                .map(kind -> new Option(kind.word(), say(kind.wordsKey())))
                .toList();
        return Templates.holdNew(form, kinds, choices.choices(), choices.places(form, "place"));
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance hold(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    private TemplateInstance page(String code, Form form) {
        HoldView hold = holds.get(code);
        return Templates.hold(hold, form, history.of(hold.code()));
    }

    /** Everything with the big button; or some of some lines, where a quantity stands beside them. */
    @POST
    @Path("/{code}/release")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response release(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/holds/" + released(code, form).code(),
                refused -> page(code, refused));
    }

    private HoldView released(String code, Form form) {
        Reading typed = form.read();
        List<ReleaseHold.Line> lines = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        for (HoldView.Line line : holds.get(code).lines()) {
            Long quantity = typed.wholeNumber(line.field());
            if (quantity != null) {
                lines.add(new ReleaseHold.Line((long) line.line(), quantity));
                fields.add(line.field());
            }
        }
        if (!form.has("part") && !lines.isEmpty()) {
            throw new Invalid(List.of(new FieldError(fields.get(0), "error_warehouse_hold_part_or_all", Map.of())));
        }
        if (form.has("part") && lines.isEmpty() && typed.faults().isEmpty()) {
            throw new Invalid(List.of(new FieldError("", "error_warehouse_hold_no_part", Map.of())));
        }
        try {
            ReleaseHold command = new ReleaseHold(typed.text("outcome"), form.has("part") ? lines : null);
            return holds.release(code, rules.check(command, form.has("part") ? typed.faults() : List.of()));
        } catch (Invalid invalid) {
            throw new Invalid(invalid.fields().stream().map(each -> inForm(each, fields)).toList());
        }
    }

    private static FieldError inForm(FieldError fault, List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (fault.path().startsWith("lines[" + i + "].")) {
                return new FieldError(fields.get(i), fault.key(), fault.facts());
            }
        }
        return fault;
    }
}
