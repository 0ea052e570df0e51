package org.kindtrail.stocktake;

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
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Counting, with a telephone in one hand: code in, number in, next. Nothing here says what is expected. */
@Path("/stocktakes")
@Produces("text/html")
public class CountingPages {
    /** How many of one's own counts stand below the form. */
    private static final int LATEST = 10;

    private final StocktakeService stocktakes;
    private final CountService counts;
    private final RecountLines recounts;
    private final StocktakeChoices choices;
    private final CountForm lines;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final Frame frame;

    CountingPages(
            StocktakeService stocktakes,
            CountService counts,
            RecountLines recounts,
            StocktakeChoices choices,
            CountForm lines,
            Once once,
            Rules rules,
            Listings listings,
            Frame frame) {
        this.stocktakes = stocktakes;
        this.counts = counts;
        this.recounts = recounts;
        this.choices = choices;
        this.lines = lines;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.frame = frame;
    }

    /** What stands beside the form. */
    record Beside(
            List<Option> places, StocktakeChoices.Choices choices, List<CountView> latest, List<RecountLines.Again> again) {}

    @CheckedTemplate(basePath = "stocktake", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance count(
                StocktakeView view, Form form, List<CountForm.Names> lines, Beside beside, boolean done);
    }

    /**
     * @param place where one counts
     * @param what the code of the label that is counted
     * @param lines how many lines the form has
     * @param done whether something was taken down just now
     */
    @GET
    @Path("/{code}/count")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance form(
            @PathParam("code") String code,
            @QueryParam("place") String place,
            @QueryParam("what") String what,
            @QueryParam("lines") String lines,
            @QueryParam("done") String done) {
        Form form = Form.empty();
        if (place != null && !place.isEmpty()) {
            form = form.with(Code.read(CodeKind.CONTAINER, place).isPresent() ? "box" : "place", place);
        }
        if (what != null && !what.isEmpty()) {
            form = form.with("lines[0].what", what);
        }
        return page(code, form, "many".equals(lines) ? CountForm.STEP : 1, "1".equals(done));
    }

    private TemplateInstance page(String code, Form form, int least, boolean done) {
        StocktakeView view = stocktakes.get(code);
        return Templates.count(
                view,
                form,
                CountForm.shown(form, least),
                new Beside(
                        choices.places(code),
                        choices.choices(),
                        counts.list(code, null, LATEST).rows(),
                        recounts.of(code)),
                done);
    }

    @POST
    @Path("/{code}/count")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response count(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = CountForm.closedUp(Form.of(typed));
        if (form.has("more")) {
            int some = CountForm.filled(form) + CountForm.STEP;
            return Response.ok(page(code, form, some, false), "text/html;charset=UTF-8").build();
        }
        String elsewhere = CountForm.scannedPlace(form);
        if (elsewhere != null) {
            return Response.seeOther(URI.create(next(code, elsewhere, form))).build();
        }
        return once.submit(
                form,
                () -> CountForm.inForm(form, () -> {
                    Reading reading = form.read();
                    CountStock command = rules.check(lines.read(form, reading), reading.faults());
                    counts.count(code, command);
                    return next(stocktakes.get(code).code(), CountForm.place(form), form) + "&done=1";
                }),
                refused -> page(code, refused, 1, false));
    }

    /** The same form for the next line, at the same place. */
    private static String next(String code, String place, Form form) {
        String path = UriBuilder.fromPath("/stocktakes/{code}/count").queryParam("place", "{place}").build(code, place).toString();
        return form.has("lines[1].what") ? path + "&lines=many" : path;
    }

    /** What was counted: one's own counts, for whoever may see the differences everybody's. */
    @GET
    @Path("/{code}/counts")
    @OpenTo(Role.VOLUNTEER)
    public Response counts(
            @PathParam("code") String code, @QueryParam("after") String after, @QueryParam("format") String format) {
        String known = stocktakes.get(code).code();
        Listing<CountView> listing = new Listing<CountView>(
                        "stocktake_counts_list", "/stocktakes/" + known + "/counts", (from, size) -> counts.list(known, from, size))
                .column("stocktake_number", CountView::number)
                .column("stocktake_place", CountView::placeName)
                .column("stocktake_lot", row -> row.lot() == null ? "" : row.lot())
                .column("stocktake_item", CountView::itemName)
                .column("stocktake_size", row -> row.size() == null ? "" : row.size())
                .column("stocktake_grade", row -> frame.say(row.grade().wordsKey(), Map.of()))
                .column("stocktake_counted", CountView::quantity)
                .column("stocktake_at", CountView::at)
                .column("stocktake_by", CountView::by)
                .action("stocktake_back", "/stocktakes/" + known)
                .whenEmpty("stocktake_counts_empty");
        return listings.answer(listing, after, format);
    }
}
