package org.kindtrail.catalogue;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** The catalogue for people. */
@Path("/items")
@Produces("text/html")
public class ItemPages {
    private final ItemService items;
    private final Barcodes barcodes;
    private final Catalogue catalogue;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    ItemPages(
            ItemService items,
            Barcodes barcodes,
            Catalogue catalogue,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame) {
        this.items = items;
        this.barcodes = barcodes;
        this.catalogue = catalogue;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "catalogue", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance item(
                ItemView item,
                String wearer,
                String unit,
                List<BarcodeView> barcodes,
                Form form,
                List<Option> grades,
                List<String> currencies,
                List<History.Entry> history);

        static native TemplateInstance add(Form form, List<Option> categories, List<Option> wearers, List<Option> units);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response list(
            @QueryParam("category") String category,
            @QueryParam("search") String search,
            @QueryParam("own") String own,
            @QueryParam("active") String active,
            @QueryParam("after") String after,
            @QueryParam("format") String format) {
        String shelf = category == null || category.isEmpty() ? null : category;
        Boolean ours = Cursor.truth("own", own);
        boolean current = !Boolean.FALSE.equals(Cursor.truth("active", active));
        ItemService.Wanted wanted = new ItemService.Wanted(shelf, search, ours, current);
        Listing<ItemView> listing = new Listing<>(
                        "catalogue_list", path(shelf, search, ours, current), (from, size) -> items.list(wanted, from, size))
                .link("catalogue_item", ItemView::name, item -> "/items/" + item.code())
                .column("catalogue_category", ItemView::categoryName)
                .column("catalogue_unit", item -> unit(item.unit()))
                .column("catalogue_sizes", item -> String.join(", ", item.sizes()))
                .column("catalogue_whose", item -> say(item.own() ? "catalogue_own" : "catalogue_standard"))
                .search("search", "catalogue_search", search)
                .filter(say("catalogue_filter_all"), path(shelf, search, null, true), ours == null && current)
                .filter(say("catalogue_filter_own"), path(shelf, search, true, true), Boolean.TRUE.equals(ours) && current)
                .filter(say("catalogue_filter_retired"), path(shelf, search, null, false), !current)
                .group("catalogue_category", categories(shelf, search, ours, current))
                .whenEmpty("catalogue_list_empty");
        if (frame.may("coordinator")) {
            listing.action("catalogue_new", "/items/new");
        }
        return listings.answer(listing, after, format);
    }

    private List<Listing.Filter> categories(String chosen, String search, Boolean own, boolean current) {
        List<Listing.Filter> filters = new ArrayList<>();
        filters.add(new Listing.Filter(say("catalogue_filter_all"), path(null, search, own, current), chosen == null));
        for (String each : catalogue.categories()) {
            filters.add(new Listing.Filter(
                    catalogue.categoryName(each), path(each, search, own, current), each.equals(chosen)));
        }
        return filters;
    }

    private static String path(String category, String search, Boolean own, boolean active) {
        UriBuilder path = UriBuilder.fromPath("/items");
        if (category != null) {
            path.queryParam("category", "{category}").resolveTemplate("category", category);
        }
        if (search != null && !search.isBlank()) {
            path.queryParam("search", "{search}").resolveTemplate("search", search);
        }
        if (own != null) {
            path.queryParam("own", own);
        }
        if (!active) {
            path.queryParam("active", false);
        }
        return path.build().toString();
    }

    private String unit(String unit) {
        return Arrays.stream(Unit.values()).anyMatch(each -> each.word().equals(unit)) ? say("catalogue_unit_" + unit) : unit;
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    @GET
    @Path("/new")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance adding() {
        return add(Form.empty().with("wearer", Wearer.ANY.word()));
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response add(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(form, () -> "/items/" + items.add(read(form)).code(), this::add);
    }

    private AddItem read(Form form) {
        Reading typed = form.read();
        String sizes = typed.text("sizes");
        AddItem command = new AddItem(
                typed.text("name"),
                typed.text("category"),
                typed.oneOf("wearer", Wearer.class),
                typed.oneOf("unit", Unit.class),
                sizes == null
                        ? List.of()
                        : Arrays.stream(sizes.split(",")).map(String::strip).filter(size -> !size.isEmpty()).toList(),
                typed.ticked("expires"));
        return rules.check(command, typed.faults());
    }

    private TemplateInstance add(Form form) {
        return Templates.add(
                form,
                catalogue.categories().stream()
                        .filter(category -> !category.equals(Catalogue.MONEY))
                        .map(category -> new Option(category, catalogue.categoryName(category)))
                        .toList(),
                Arrays.stream(Wearer.values())
                        .map(wearer -> new Option(wearer.word(), say("catalogue_wearer_" + wearer.word())))
                        .toList(),
                Arrays.stream(Unit.values())
                        .map(unit -> new Option(unit.word(), say("catalogue_unit_" + unit.word())))
                        .toList());
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance item(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    @POST
    @Path("/{code}/retire")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response retire(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(Form.of(typed), () -> "/items/" + items.retire(code).code(), refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/expiry")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response expires(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/items/" + items.expires(code, new SetExpiry(form.has("expires"))).code(),
                refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/values")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response value(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form, () -> "/items/" + items.value(code, readValue(form)).code(), refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/barcodes")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response addBarcode(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    AddBarcode command = new AddBarcode(read.text("gtin"), read.text("size"));
                    return "/items/" + barcodes.add(code, rules.check(command, read.faults())).item();
                },
                refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/barcodes/{gtin}/remove")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response removeBarcode(
            @PathParam("code") String code, @PathParam("gtin") String gtin, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed),
                () -> {
                    barcodes.remove(code, gtin);
                    return "/items/" + items.get(code).code();
                },
                refused -> page(code, refused));
    }

    private SetValue readValue(Form form) {
        Reading typed = form.read();
        SetValue command =
                new SetValue(typed.oneOf("grade", Grade.class), typed.text("amount"), typed.text("currency"));
        return rules.check(command, typed.faults());
    }

    private List<Option> grades() {
        return Arrays.stream(Grade.values())
                .filter(grade -> grade != Grade.UNSORTED)
                .map(grade -> new Option(grade.word(), say(grade.wordsKey())))
                .toList();
    }

    private TemplateInstance page(String code, Form form) {
        ItemView item = items.get(code);
        return Templates.item(
                item,
                say("catalogue_wearer_" + item.wearer().word()),
                unit(item.unit()),
                barcodes.of(item.code()),
                form.has("grade") ? form : form.with("grade", Grade.GOOD.word()),
                grades(),
                Money.currencies(),
                history.of(item.code()));
    }
}
