package org.kindtrail.intake;

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
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.stock.Reverse;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Sortings for people: what is in this bag, line by line. */
@Path("/sortings")
@Produces("text/html")
public class SortingPages {
    private final SortingService sortings;
    private final LineChoices choices;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final Frame frame;

    SortingPages(
            SortingService sortings, LineChoices choices, Once once, Rules rules, Listings listings, Frame frame) {
        this.sortings = sortings;
        this.choices = choices;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "intake", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance sorting(
                SortingPage page,
                Form form,
                List<LineFields.Names> lines,
                LineChoices.Choices choices,
                List<Option> places);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response list(@QueryParam("after") String after, @QueryParam("format") String format) {
        Listing<SortingRow> listing = new Listing<SortingRow>("intake_sortings", "/sortings", sortings::list)
                .link("intake_code", SortingRow::code, row -> "/sortings/" + row.code())
                .link("intake_bag", SortingRow::bag, row -> "/bags/" + row.bag())
                .column("intake_opened_at", SortingRow::openedAt)
                .column("intake_line_count", SortingRow::lines)
                .column("intake_state", row -> frame.say("intake_sorting_" + row.state().word(), Map.of()))
                .whenEmpty("intake_sortings_empty");
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance sorting(@PathParam("code") String code) {
        return page(code, Form.empty(), false);
    }

    /** Writes lines down, shows more lines, or closes: three buttons of one form. */
    @POST
    @Path("/{code}")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response write(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = LineFields.closedUp(Form.of(typed));
        if (form.has("more")) {
            return Response.ok(page(code, form, true), "text/html;charset=UTF-8").build();
        }
        boolean close = form.has("close");
        return once.submit(
                form,
                () -> "/sortings/"
                        + (close ? sortings.close(code, read(form, false)).code() : sortings.writeDown(code, read(form, true))),
                refused -> page(code, refused, false));
    }

    @POST
    @Path("/{code}/lines/{line}/remove")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response remove(
            @PathParam("code") String code, @PathParam("line") int line, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed),
                () -> "/sortings/" + sortings.strike(code, line),
                refused -> page(code, refused, false));
    }

    @POST
    @Path("/{code}/give-up")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response giveUp(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed), () -> "/bags/" + sortings.giveUp(code), refused -> page(code, refused, false));
    }

    @POST
    @Path("/{code}/reverse")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reverse(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/sortings/" + sortings.reverse(code, Reverse.read(form)).code(),
                refused -> page(code, refused, false));
    }

    private TemplateInstance page(String code, Form form, boolean more) {
        SortingPage page = sortings.page(code);
        List<Option> places = page.places().stream()
                .map(place -> new Option(place.getCode(), place.label()))
                .toList();
        Form shown = form.has("place") ? form : form.with("place", page.sorting().place());
        return Templates.sorting(page, shown, LineFields.shown(form, more), choices.choices(true), places);
    }

    private WriteDown read(Form form, boolean needed) {
        Reading typed = form.read();
        List<SortedLine> lines = new ArrayList<>();
        for (int i = 0; i < LineFields.filled(form); i++) {
            String head = LineFields.head(i);
            LineChoices.Named named = choices.item(typed, head + "item");
            lines.add(new SortedLine(
                    named.item(),
                    named.size(typed.text(head + "size")),
                    typed.oneOf(head + "fits", Wearer.class),
                    typed.oneOf(head + "grade", Grade.class),
                    typed.wholeNumber(head + "quantity"),
                    typed.code(head + "place"),
                    typed.day(head + "expiresOn")));
        }
        String place = typed.code("place");
        if (needed && lines.isEmpty()) {
            typed.faults().add(new FieldError(LineFields.head(0) + "item", "error_intake_sorting_no_line"));
            throw new Invalid(typed.faults());
        }
        return rules.check(new WriteDown(place, lines), typed.faults());
    }
}
