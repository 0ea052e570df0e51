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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Rules;
import org.kindtrail.paper.Papers;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Reading;

/** What was counted beside what was expected, for whoever approves it. */
@Path("/stocktakes")
@Produces("text/html")
public class ReviewPages {
    private final StocktakeService stocktakes;
    private final VarianceReport reports;
    private final Papers papers;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final Frame frame;

    ReviewPages(
            StocktakeService stocktakes,
            VarianceReport reports,
            Papers papers,
            Once once,
            Rules rules,
            Listings listings,
            Frame frame) {
        this.stocktakes = stocktakes;
        this.reports = reports;
        this.papers = papers;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "stocktake", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance review(
                StocktakeView view, StocktakeReport report, List<VarianceView> lines, String next, Form form);
    }

    @GET
    @Path("/{code}/review")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance review(@PathParam("code") String code, @QueryParam("after") String after) {
        return page(code, after, Form.empty());
    }

    private TemplateInstance page(String code, String after, Form form) {
        StocktakeReport report = stocktakes.report(code);
        Page<VarianceView> page = stocktakes.variances(code, Variances.Which.DIFFERING, after, Page.USUAL);
        String next = page.next() == null ? null : "/stocktakes/" + report.stocktake() + "/review?after=" + page.next();
        return Templates.review(stocktakes.get(code), report, page.rows(), next, form);
    }

    @POST
    @Path("/{code}/approve")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response approve(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    Long version = reading.wholeNumber("version");
                    ApproveStocktake command = rules.check(
                            new ApproveStocktake(
                                    version == null ? Integer.valueOf(-1) : version.intValue(),
                                    reading.oneOf("uncounted", Uncounted.class),
                                    reading.text("why")),
                            reading.faults());
                    return "/stocktakes/" + stocktakes.approve(code, command).code();
                },
                refused -> page(code, null, refused));
    }

    @POST
    @Path("/{code}/recount")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response recount(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/stocktakes/" + stocktakes.recount(code, rules.check(asked(form))).code(),
                refused -> page(code, null, refused));
    }

    private static AskRecount asked(Form form) {
        List<Integer> lines = new ArrayList<>();
        form.values("lines").stream()
                .filter(each -> each.matches("[0-9]{1,9}"))
                .forEach(each -> lines.add(Integer.valueOf(each)));
        return new AskRecount(form.has("doubtful"), lines, form.read().text("because"));
    }

    /** All lines, as a list and as files. */
    @GET
    @Path("/{code}/variances")
    @OpenTo(Role.COORDINATOR)
    public Response variances(
            @PathParam("code") String code,
            @QueryParam("which") String which,
            @QueryParam("after") String after,
            @QueryParam("format") String format) {
        Variances.Which wanted = Cursor.choice("which", which, Variances.Which.class);
        Variances.Which shown = wanted == null ? Variances.Which.ALL : wanted;
        String known = stocktakes.report(code).stocktake();
        String path = "/stocktakes/" + known + "/variances";
        Listing<VarianceView> listing = new Listing<VarianceView>(
                        "stocktake_variances",
                        wanted == null ? path : path + "?which=" + word(wanted),
                        (from, size) -> stocktakes.variances(known, shown, from, size))
                .column("stocktake_number", VarianceView::line)
                .column("stocktake_place", VarianceView::placeName)
                .column("stocktake_lot", row -> row.lot() == null ? "" : row.lot())
                .column("stocktake_item", VarianceView::itemName)
                .column("stocktake_size", row -> row.size() == null ? "" : row.size())
                .column("stocktake_grade", row -> say(row.grade().wordsKey()))
                .column("stocktake_counted", VarianceView::counted)
                .column("stocktake_expected", VarianceView::expected)
                .column("stocktake_difference", VarianceView::difference)
                .column("stocktake_worth", row -> row.worth() == null ? "" : row.worth())
                .column("stocktake_currency", row -> row.currency() == null ? "" : row.currency())
                .column("stocktake_moved", row -> row.moved() ? say("stocktake_yes") : "")
                .column("stocktake_posted", VarianceView::posted)
                .action("stocktake_to_review", "/stocktakes/" + known + "/review")
                .whenEmpty("stocktake_variances_empty");
        for (Variances.Which each : Variances.Which.values()) {
            listing.filter(say("stocktake_which_" + word(each)), path + "?which=" + word(each), each == shown);
        }
        return listings.answer(listing, after, format);
    }

    private static String word(Variances.Which which) {
        return which.name().toLowerCase(Locale.ROOT);
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    @GET
    @Path("/{code}/report")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance report(@PathParam("code") String code) {
        String known = stocktakes.report(code).stocktake();
        return papers.page(reports.of(known), "/stocktakes/" + known + "/report.pdf", "/stocktakes/" + known + "/review");
    }

    @GET
    @Path("/{code}/report.pdf")
    @Produces("*/*")
    @OpenTo(Role.COORDINATOR)
    public Response reportPdf(@PathParam("code") String code) {
        return papers.pdf(reports.of(code));
    }
}
