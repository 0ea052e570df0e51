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
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Rules;
import org.kindtrail.paper.Papers;
import org.kindtrail.stock.Reverse;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Stocktakes for people: begin one, hand it in, take it back; and the sheet to count on. */
@Path("/stocktakes")
@Produces("text/html")
public class StocktakePages {
    private final StocktakeService stocktakes;
    private final StocktakeChoices choices;
    private final CountSheet sheet;
    private final Papers papers;
    private final Catalogue catalogue;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    StocktakePages(
            StocktakeService stocktakes,
            StocktakeChoices choices,
            CountSheet sheet,
            Papers papers,
            Catalogue catalogue,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame) {
        this.stocktakes = stocktakes;
        this.choices = choices;
        this.sheet = sheet;
        this.papers = papers;
        this.catalogue = catalogue;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "stocktake", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance stocktakeNew(Form form, List<Option> places, StocktakeChoices.Choices choices);

        static native TemplateInstance stocktake(StocktakeView view, Form form, List<History.Entry> history);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response list(
            @QueryParam("state") String state, @QueryParam("after") String after, @QueryParam("format") String format) {
        StocktakeState wanted = Cursor.choice("state", state, StocktakeState.class);
        String path = wanted == null ? "/stocktakes" : "/stocktakes?state=" + wanted.word();
        Listing<StocktakeRow> listing = new Listing<StocktakeRow>(
                        "stocktake_list", path, (from, size) -> stocktakes.list(wanted, from, size))
                .link("stocktake_code", StocktakeRow::code, row -> "/stocktakes/" + row.code())
                .column("stocktake_what", StocktakeRow::what)
                .column("stocktake_state", row -> say(row.stateKey()))
                .column("stocktake_counts", StocktakeRow::counts)
                .column("stocktake_opened", StocktakeRow::openedAt)
                .column("stocktake_ended", StocktakeRow::endedAt)
                .filter(say("stocktake_filter_all"), "/stocktakes", wanted == null)
                .action("stocktake_new", "/stocktakes/new")
                .whenEmpty("stocktake_list_empty");
        for (StocktakeState each : StocktakeState.values()) {
            listing.filter(say(each.wordsKey()), "/stocktakes?state=" + each.word(), each == wanted);
        }
        return listings.answer(listing, after, format);
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    /**
     * @param place code of what is to be counted: a site, a shelf or a container
     * @param item code of the only item that is counted
     */
    @GET
    @Path("/new")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance form(@QueryParam("place") String place, @QueryParam("item") String item) {
        Form form = Form.empty();
        if (place != null && !place.isEmpty()) {
            form = form.with(Code.read(CodeKind.CONTAINER, place).isPresent() ? "box" : "place", place);
        }
        Item known = item == null ? null : catalogue.find(item);
        return form(known == null ? form : form.with("item", catalogue.label(known)));
    }

    private TemplateInstance form(Form form) {
        return Templates.stocktakeNew(form, choices.places(), choices.choices());
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response open(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> CountForm.inForm(form, () -> "/stocktakes/" + stocktakes.open(read(form)).code()),
                this::form);
    }

    private OpenStocktake read(Form form) {
        Reading typed = form.read();
        String named = typed.text("item");
        Item item = named == null ? null : catalogue.labelled(named);
        if (named != null && item == null) {
            typed.refuse("item", "error_item_unknown", named);
        }
        String place = typed.text(form.has("box") ? "box" : "place");
        return rules.check(
                new OpenStocktake(place, item == null ? null : item.getCode(), typed.text("remark")), typed.faults());
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance page(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    private TemplateInstance page(String code, Form form) {
        StocktakeView view = stocktakes.get(code);
        return Templates.stocktake(view, form, history.of(view.code()));
    }

    /** What lies where, without how much. */
    @GET
    @Path("/{code}/sheet")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance sheet(@PathParam("code") String code) {
        StocktakeView view = stocktakes.get(code);
        return papers.page(sheet.of(view), "/stocktakes/" + view.code() + "/sheet.pdf", "/stocktakes/" + view.code());
    }

    @GET
    @Path("/{code}/sheet.pdf")
    @Produces("*/*")
    @OpenTo(Role.VOLUNTEER)
    public Response sheetPdf(@PathParam("code") String code) {
        return papers.pdf(sheet.of(stocktakes.get(code)));
    }

    @POST
    @Path("/{code}/submit")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response submit(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed), () -> "/stocktakes/" + stocktakes.submit(code).code(), refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/cancel")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response cancel(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/stocktakes/"
                        + stocktakes.cancel(code, new CancelStocktake(form.read().text("why"))).code(),
                refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/reverse")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reverse(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/stocktakes/" + stocktakes.reverse(code, Reverse.read(form)).code(),
                refused -> page(code, refused));
    }
}
