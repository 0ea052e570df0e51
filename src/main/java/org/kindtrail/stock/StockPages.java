package org.kindtrail.stock;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.place.Places;
import org.kindtrail.programme.Programme;
import org.kindtrail.programme.Programmes;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;

/** What is on hand, for people. */
@Path("/stock")
@Produces("text/html")
public class StockPages {
    private final StockService stock;
    private final Catalogue catalogue;
    private final Places places;
    private final Programmes programmes;
    private final Listings listings;
    private final Frame frame;

    StockPages(
            StockService stock,
            Catalogue catalogue,
            Places places,
            Programmes programmes,
            Listings listings,
            Frame frame) {
        this.programmes = programmes;
        this.stock = stock;
        this.catalogue = catalogue;
        this.places = places;
        this.listings = listings;
        this.frame = frame;
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response stock(
            @QueryParam("category") String category,
            @QueryParam("place") String place,
            @QueryParam("programme") String programme,
            @QueryParam("after") String after,
            @QueryParam("format") String format) {
        StockService.Wanted wanted = new StockService.Wanted(
                Asking.given(place), null, Asking.given(category), null, null, true, false, Asking.given(programme));
        Listing<StockView> listing = new Listing<>(
                        "stock_list", path("/stock", wanted), (from, size) -> stock.stock(wanted, from, size))
                .link("stock_item", StockView::itemName, row -> lots(row, wanted))
                .column("stock_size", row -> row.size() == null ? "" : row.size())
                .column("stock_on_hand", StockView::onHand)
                .column("stock_promised", StockView::promised)
                .column("stock_available", StockView::available)
                .column("stock_grade", row -> grade(row.grade()))
                .column("stock_unit", StockView::unit)
                .column("stock_expires_first", StockView::expiresFirst)
                .action("stock_expiring", "/expiring")
                .action("stock_low", "/low")
                .action("stock_holds", "/holds")
                .action("stock_moves", "/moves")
                .group("stock_category", categories("/stock", wanted))
                .group("stock_place", places("/stock", wanted))
                .whenEmpty(narrowed(wanted) ? "stock_list_none_fits" : "stock_list_empty");
        keptFor(listing, "/stock", wanted);
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/lots")
    @OpenTo(Role.VOLUNTEER)
    public Response lots(
            @QueryParam("item") String item,
            @QueryParam("size") String size,
            @QueryParam("grade") String grade,
            @QueryParam("category") String category,
            @QueryParam("place") String place,
            @QueryParam("programme") String programme,
            @QueryParam("after") String after,
            @QueryParam("format") String format) {
        StockService.Wanted wanted = new StockService.Wanted(
                Asking.given(place),
                Asking.given(item),
                Asking.given(category),
                size,
                Cursor.choice("grade", grade, Grade.class),
                true,
                false,
                Asking.given(programme));
        Listing<BalanceView> listing = new Listing<>(
                        "stock_lots", path("/stock/lots", wanted), (from, count) -> stock.balances(wanted, from, count))
                .link("stock_lot", BalanceView::lot, row -> "/lots/" + row.lot())
                .column("stock_item", BalanceView::itemName)
                .column("stock_size", row -> row.size() == null ? "" : row.size())
                .column("stock_grade", row -> grade(row.grade()))
                .column("stock_place", BalanceView::placeName)
                .column("stock_on_hand", BalanceView::onHand)
                .column("stock_promised", BalanceView::promised)
                .column("stock_available", BalanceView::available)
                .column("stock_received", row -> row.receivedAt())
                .column("stock_expires", BalanceView::expiresOn)
                .link(
                        "programme_kept",
                        BalanceView::keptForName,
                        row -> row.keptFor() == null ? null : "/programmes/" + row.keptFor())
                .group("stock_category", categories("/stock/lots", wanted))
                .group("stock_place", places("/stock/lots", wanted))
                .action("stock_list", "/stock")
                .whenEmpty(narrowed(wanted) ? "stock_list_none_fits" : "stock_list_empty");
        keptFor(listing, "/stock/lots", wanted);
        if (wanted.item() != null || wanted.size() != null || wanted.grade() != null) {
            listing.filter(chosen(wanted), path("/stock/lots", wanted), true)
                    .filter(say("stock_filter_any_item"), path("/stock/lots", anyItem(wanted)), false);
        }
        return listings.answer(listing, after, format);
    }

    private String chosen(StockService.Wanted wanted) {
        List<String> words = new ArrayList<>();
        if (wanted.item() != null && catalogue.find(wanted.item()) != null) {
            words.add(catalogue.label(catalogue.find(wanted.item())));
        }
        if (wanted.size() != null) {
            words.add(wanted.size().isEmpty() ? say("stock_no_size") : wanted.size());
        }
        if (wanted.grade() != null) {
            words.add(grade(wanted.grade()));
        }
        return String.join(", ", words);
    }

    private static StockService.Wanted anyItem(StockService.Wanted wanted) {
        return new StockService.Wanted(
                wanted.place(), null, wanted.category(), null, null, true, false, wanted.programme());
    }

    private static boolean narrowed(StockService.Wanted wanted) {
        return wanted.place() != null
                || wanted.item() != null
                || wanted.category() != null
                || wanted.size() != null
                || wanted.grade() != null
                || wanted.programme() != null;
    }

    private static String lots(StockView row, StockService.Wanted wanted) {
        return path(
                "/stock/lots",
                new StockService.Wanted(
                        wanted.place(),
                        row.item(),
                        null,
                        row.size() == null ? "" : row.size(),
                        row.grade(),
                        true,
                        false,
                        wanted.programme()));
    }

    private List<Listing.Filter> categories(String page, StockService.Wanted wanted) {
        List<Listing.Filter> filters = new ArrayList<>();
        filters.add(new Listing.Filter(
                say("stock_filter_all"), path(page, inCategory(wanted, null)), wanted.category() == null));
        for (String each : catalogue.categories()) {
            filters.add(new Listing.Filter(
                    catalogue.categoryName(each), path(page, inCategory(wanted, each)), each.equals(wanted.category())));
        }
        return filters;
    }

    private static StockService.Wanted inCategory(StockService.Wanted wanted, String category) {
        return new StockService.Wanted(
                wanted.place(), null, category, null, null, true, false, wanted.programme());
    }

    private List<Listing.Filter> places(String page, StockService.Wanted wanted) {
        String chosen = Code.read(wanted.place()).orElse(null);
        List<Listing.Filter> filters = new ArrayList<>();
        filters.add(new Listing.Filter(say("stock_filter_all"), path(page, at(wanted, null)), chosen == null));
        places.open().forEach(place -> filters.add(new Listing.Filter(
                place.label(), path(page, at(wanted, place.getCode())), place.getCode().equals(chosen))));
        return filters;
    }

    private static StockService.Wanted at(StockService.Wanted wanted, String place) {
        return new StockService.Wanted(
                place, wanted.item(), wanted.category(), wanted.size(), wanted.grade(), true, false, wanted.programme());
    }

    /** Where there are programmes for which goods are kept, the list can be narrowed to one. */
    private void keptFor(Listing<?> listing, String page, StockService.Wanted wanted) {
        List<Programme> keeping = programmes.withGoods();
        if (keeping.isEmpty() && wanted.programme() == null) {
            return;
        }
        String chosen = Code.read(wanted.programme()).orElse(null);
        List<Listing.Filter> filters = new ArrayList<>();
        filters.add(new Listing.Filter(say("stock_filter_all"), path(page, keptFor(wanted, null)), chosen == null));
        keeping.forEach(each -> filters.add(new Listing.Filter(
                each.getName(), path(page, keptFor(wanted, each.getCode())), each.getCode().equals(chosen))));
        listing.group("programme_kept", filters);
    }

    private static StockService.Wanted keptFor(StockService.Wanted wanted, String programme) {
        return new StockService.Wanted(
                wanted.place(), wanted.item(), wanted.category(), wanted.size(), wanted.grade(), true, false, programme);
    }

    private static String path(String page, StockService.Wanted wanted) {
        UriBuilder path = UriBuilder.fromPath(page);
        add(path, "item", wanted.item());
        add(path, "size", wanted.size());
        add(path, "grade", wanted.grade() == null ? null : wanted.grade().word());
        add(path, "category", wanted.category());
        add(path, "place", wanted.place());
        add(path, "programme", wanted.programme());
        return path.build().toString();
    }

    private static void add(UriBuilder path, String name, String value) {
        if (value != null) {
            path.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
        }
    }

    private String grade(Grade grade) {
        return say("catalogue_grade_" + grade.word());
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }
}
