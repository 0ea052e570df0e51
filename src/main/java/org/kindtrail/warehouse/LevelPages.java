package org.kindtrail.warehouse;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Minimum levels for people: what is low, and what there should always be. */
@Path("/")
@Produces("text/html")
public class LevelPages {
    private final LevelService levels;
    private final GoodsChoices choices;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final Frame frame;

    LevelPages(LevelService levels, GoodsChoices choices, Once once, Rules rules, Listings listings, Frame frame) {
        this.levels = levels;
        this.choices = choices;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "warehouse", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance level(Form form, GoodsChoices.Choices choices, List<Option> sites);
    }

    @GET
    @Path("/low")
    @OpenTo(Role.VOLUNTEER)
    public Response low(
            @QueryParam("site") String site, @QueryParam("after") String after, @QueryParam("format") String format) {
        Listing<LevelView> listing = listing("warehouse_low", "/low", site, true).whenEmpty("warehouse_low_empty");
        listing.action("warehouse_levels", "/minimum-levels");
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/minimum-levels")
    @OpenTo(Role.VOLUNTEER)
    public Response all(
            @QueryParam("site") String site, @QueryParam("after") String after, @QueryParam("format") String format) {
        Listing<LevelView> listing =
                listing("warehouse_levels", "/minimum-levels", site, false).whenEmpty("warehouse_levels_empty");
        if (frame.may("distributor")) {
            listing.action("warehouse_level_set", "/minimum-levels/new");
        }
        listing.action("warehouse_low", "/low");
        return listings.answer(listing, after, format);
    }

    private Listing<LevelView> listing(String title, String page, String asked, boolean low) {
        String site = asked == null || asked.isBlank() ? null : asked;
        String path = site == null ? page : at(page, site);
        Listing<LevelView> listing = new Listing<LevelView>(
                        title, path, (from, size) -> levels.list(site, low, from, size))
                .link("warehouse_item", LevelView::itemName, row -> "/stock/lots?item=" + row.item() + "&place=" + row.site())
                .column("warehouse_size", row -> row.size() == null ? "" : row.size())
                .column("warehouse_site", LevelView::siteName)
                .column("warehouse_on_hand", LevelView::onHand)
                .column("warehouse_available", LevelView::available)
                .column("warehouse_level", LevelView::level)
                .column("warehouse_missing", LevelView::missing)
                .column("warehouse_unit", LevelView::unit);
        if (frame.may("distributor")) {
            listing.link("warehouse_level_change", row -> say("warehouse_change"), LevelPages::change);
        }
        List<Option> sites = choices.sites();
        listing.filter(say("warehouse_all"), page, site == null);
        sites.forEach(each -> listing.filter(each.words(), at(page, each.value()), each.value().equals(site)));
        return listing;
    }

    private static String at(String page, String site) {
        return UriBuilder.fromPath(page)
                .queryParam("site", "{site}")
                .resolveTemplate("site", site)
                .build()
                .toString();
    }

    private static String change(LevelView row) {
        UriBuilder path = UriBuilder.fromPath("/minimum-levels/new")
                .queryParam("site", row.site())
                .queryParam("item", row.item())
                .queryParam("quantity", row.level());
        return row.size() == null
                ? path.build().toString()
                : path.queryParam("size", "{size}").resolveTemplate("size", row.size()).build().toString();
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    @GET
    @Path("/minimum-levels/new")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance blank(
            @QueryParam("site") String site,
            @QueryParam("item") String item,
            @QueryParam("size") String size,
            @QueryParam("quantity") String quantity) {
        return page(Form.empty()
                .with("site", site)
                .with("item", item == null ? null : choices.label(item))
                .with("size", size)
                .with("quantity", quantity));
    }

    @POST
    @Path("/minimum-levels")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response set(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form, () -> at("/minimum-levels", levels.set(read(form)).site()), this::page);
    }

    private SetMinimumLevel read(Form form) {
        Reading typed = form.read();
        SetMinimumLevel command = new SetMinimumLevel(
                typed.code("site"), choices.item(typed, "item"), typed.text("size"), typed.wholeNumber("quantity"));
        return rules.check(command, typed.faults());
    }

    private TemplateInstance page(Form form) {
        return Templates.level(form, choices.choices(), choices.sites());
    }
}
