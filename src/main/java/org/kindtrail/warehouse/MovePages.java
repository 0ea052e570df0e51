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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.stock.MoveGoods;
import org.kindtrail.stock.MoveRow;
import org.kindtrail.stock.MoveService;
import org.kindtrail.stock.MoveView;
import org.kindtrail.stock.Reverse;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Moves for people: several things from here to there in one form, and what was moved. */
@Path("/moves")
@Produces("text/html")
public class MovePages {
    private final MoveService moves;
    private final GoodsChoices choices;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final Frame frame;
    private final Clock clock;

    MovePages(
            MoveService moves,
            GoodsChoices choices,
            Once once,
            Rules rules,
            Listings listings,
            Frame frame,
            Clock clock) {
        this.moves = moves;
        this.choices = choices;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.frame = frame;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "warehouse", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance move(MoveView move, Form form);

        static native TemplateInstance moveNew(
                Form form, List<MoveForm.Names> lines, GoodsChoices.Choices choices, List<Option> places);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response list(@QueryParam("after") String after, @QueryParam("format") String format) {
        Listing<MoveRow> listing = new Listing<MoveRow>("warehouse_moves", "/moves", moves::list)
                .link("warehouse_code", MoveRow::code, row -> "/moves/" + row.code())
                .column("warehouse_from", row -> row.from() == null ? say("warehouse_several_places") : row.from())
                .column("warehouse_to", row -> row.to() == null ? say("warehouse_several_places") : row.to())
                .column("warehouse_lots", MoveRow::lines)
                .column("warehouse_containers", MoveRow::containers)
                .column("warehouse_when", MoveRow::occurredAt)
                .column("warehouse_by", MoveRow::recordedBy)
                .column("warehouse_state", row -> row.reversed() ? say("warehouse_taken_back") : "")
                .action("warehouse_move_new", "/moves/new")
                .whenEmpty("warehouse_moves_empty");
        return listings.answer(listing, after, format);
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    @GET
    @Path("/new")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance blank(
            @QueryParam("lot") String lot,
            @QueryParam("item") String item,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        String what = lot != null ? lot : item == null ? null : choices.label(item);
        return page(
                Form.empty().with(MoveForm.head(0) + "item", what).with("from", from).with("to", to), false);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response move(MultivaluedMap<String, String> typed) {
        Form form = MoveForm.closedUp(Form.of(typed));
        if (form.has("more")) {
            return Response.ok(page(form, true), "text/html;charset=UTF-8").build();
        }
        return once.submit(
                form,
                () -> "/moves/" + inForm(() -> moves.move(read(form))).code(),
                refused -> page(refused, false));
    }

    /** In the form an item and a lot are typed into one field. */
    private static <T> T inForm(Supplier<T> act) {
        try {
            return act.get();
        } catch (Invalid invalid) {
            throw new Invalid(invalid.fields().stream()
                    .map(each -> each.path().endsWith("].lot")
                            ? new FieldError(each.path().replace("].lot", "].item"), each.key(), each.facts())
                            : each)
                    .toList());
        }
    }

    private TemplateInstance page(Form form, boolean more) {
        return Templates.moveNew(
                form, MoveForm.shown(form, more), choices.choices(), choices.places(form, "from", "to"));
    }

    private MoveGoods read(Form form) {
        Reading typed = form.read();
        List<MoveGoods.Line> lines = new ArrayList<>();
        for (int i = 0; i < MoveForm.filled(form); i++) {
            String head = MoveForm.head(i);
            GoodsChoices.What what = choices.what(typed, head + "item");
            lines.add(new MoveGoods.Line(
                    what.lot(),
                    what.item(),
                    typed.text(head + "size"),
                    typed.oneOf(head + "grade", Grade.class),
                    typed.wholeNumber(head + "quantity"),
                    null,
                    typed.code(head + "to")));
        }
        if (lines.isEmpty()) {
            typed.refuse(MoveForm.head(0) + "item", "error_warehouse_no_line", "");
        }
        if (!form.has("to") && lines.stream().anyMatch(line -> line.to() == null)) {
            typed.refuse("to", "error_notnull", "");
        }
        MoveGoods command = new MoveGoods(
                typed.code("from"), typed.code("to"), occurredAt(typed), typed.text("why"), lines.isEmpty() ? null : lines);
        if (lines.isEmpty()) {
            throw new Invalid(typed.faults());
        }
        return rules.check(command, typed.faults());
    }

    /** Today means now; another day its noon. */
    private Instant occurredAt(Reading typed) {
        LocalDate day = typed.day("occurredAt");
        if (day == null || day.equals(LocalDate.ofInstant(clock.instant(), frame.getZone()))) {
            return null;
        }
        return typed.noonOf("occurredAt", frame.getZone());
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance move(@PathParam("code") String code) {
        return Templates.move(moves.get(code), Form.empty());
    }

    @POST
    @Path("/{code}/reverse")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reverse(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/moves/" + moves.reverse(code, Reverse.read(form)).code(),
                refused -> Templates.move(moves.get(code), refused));
    }
}
