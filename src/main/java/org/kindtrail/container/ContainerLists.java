package org.kindtrail.container;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.Places;
import org.kindtrail.stock.BalanceView;
import org.kindtrail.stock.DocumentPage;
import org.kindtrail.stock.StockService;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;

/** What is where: lists of containers, of what is in one, and of what happened to it. */
@Path("/containers")
@Produces("text/html")
public class ContainerLists {
    private final ContainerService containers;
    private final ContainerHistory history;
    private final StockService stock;
    private final Catalogue catalogue;
    private final Places places;
    private final MeasureFields measures;
    private final Listings listings;
    private final Frame frame;

    ContainerLists(
            ContainerService containers,
            ContainerHistory history,
            StockService stock,
            Catalogue catalogue,
            Places places,
            MeasureFields measures,
            Listings listings,
            Frame frame) {
        this.containers = containers;
        this.history = history;
        this.stock = stock;
        this.catalogue = catalogue;
        this.places = places;
        this.measures = measures;
        this.listings = listings;
        this.frame = frame;
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response list(
            @QueryParam("kind") String kind,
            @QueryParam("place") String place,
            @QueryParam("in") String in,
            @QueryParam("item") String item,
            @QueryParam("state") String state,
            @QueryParam("q") String text,
            @QueryParam("after") String after,
            @QueryParam("format") String format) {
        ContainerService.Wanted wanted = ContainerQuery.wanted(kind, place, in, item, state, text);
        Listing<ContainerRow> listing = new Listing<ContainerRow>(
                        "container_list", path(wanted), (from, size) -> containers.list(wanted, from, size))
                .link("container_code", ContainerRow::code, row -> "/containers/" + row.code())
                .column("container_kind", row -> say("place_kind_" + row.kind().word()))
                .column("container_name", row -> row.name() == null ? "" : row.name())
                .column("container_stands", ContainerRow::inName)
                .column("container_lots", ContainerRow::lots)
                .column("container_inside", ContainerRow::containers)
                .column("container_weight", row -> measures.weight(row.weight()))
                .column("container_state", this::state)
                .search("q", "container_search", wanted.text())
                .action("container_new", "/containers/new")
                .whenEmpty("container_list_empty");
        if (wanted.item() != null || wanted.in() != null) {
            listing.filter(chosen(wanted), path(wanted), true).filter(say("container_filter_all"), "/containers", false);
        }
        listing.group("container_kind", kinds(wanted))
                .group("container_place", placesOf(wanted))
                .group("container_state", states(wanted));
        return listings.answer(listing, after, format);
    }

    private String state(ContainerRow row) {
        List<String> words = new ArrayList<>();
        if (!row.open()) {
            words.add(say("container_is_closed"));
        }
        if (!row.atHand()) {
            words.add(say("container_is_away"));
        }
        if (row.sealed()) {
            words.add(say("container_is_sealed"));
        }
        if (words.isEmpty() && row.lots() == 0 && row.containers() == 0) {
            words.add(say("container_is_empty"));
        }
        return String.join(", ", words);
    }

    private String chosen(ContainerService.Wanted wanted) {
        return Stream.of(
                        wanted.in() == null ? null : places.get(wanted.in()).label(),
                        wanted.item() == null || catalogue.find(wanted.item()) == null
                                ? null
                                : catalogue.label(catalogue.find(wanted.item())))
                .filter(words -> words != null)
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private List<Listing.Filter> kinds(ContainerService.Wanted wanted) {
        List<Listing.Filter> filters = new ArrayList<>();
        for (PlaceKind each : new PlaceKind[] {null, PlaceKind.BOX, PlaceKind.PALLET, PlaceKind.FREIGHT}) {
            ContainerService.Wanted narrowed = new ContainerService.Wanted(
                    each, wanted.within(), wanted.in(), wanted.item(), wanted.state(), wanted.text());
            filters.add(new Listing.Filter(
                    say(each == null ? "container_filter_all" : "place_kind_" + each.word()),
                    path(narrowed),
                    each == wanted.kind()));
        }
        return filters;
    }

    private List<Listing.Filter> placesOf(ContainerService.Wanted wanted) {
        String chosen = wanted.within() == null ? null : Places.read(wanted.within()).orElse(null);
        List<Listing.Filter> filters = new ArrayList<>();
        filters.add(new Listing.Filter(say("container_filter_all"), path(at(wanted, null)), chosen == null));
        places.open()
                .forEach(place -> filters.add(new Listing.Filter(
                        place.label(), path(at(wanted, place.getCode())), place.getCode().equals(chosen))));
        return filters;
    }

    private static ContainerService.Wanted at(ContainerService.Wanted wanted, String place) {
        return new ContainerService.Wanted(
                wanted.kind(), place, wanted.in(), wanted.item(), wanted.state(), wanted.text());
    }

    private List<Listing.Filter> states(ContainerService.Wanted wanted) {
        List<Listing.Filter> filters = new ArrayList<>();
        filters.add(new Listing.Filter(
                say("container_state_in_use"), path(inState(wanted, null)), wanted.state() == null));
        for (ContainerState each : ContainerState.values()) {
            filters.add(new Listing.Filter(
                    say("container_state_" + each.word()), path(inState(wanted, each)), each == wanted.state()));
        }
        return filters;
    }

    private static ContainerService.Wanted inState(ContainerService.Wanted wanted, ContainerState state) {
        return new ContainerService.Wanted(
                wanted.kind(), wanted.within(), wanted.in(), wanted.item(), state, wanted.text());
    }

    private static String path(ContainerService.Wanted wanted) {
        UriBuilder path = UriBuilder.fromPath("/containers");
        add(path, "kind", wanted.kind() == null ? null : ContainerQuery.word(wanted.kind()));
        add(path, "place", wanted.within());
        add(path, "in", wanted.in());
        add(path, "item", wanted.item());
        add(path, "state", wanted.state() == null ? null : wanted.state().word());
        add(path, "q", wanted.text());
        return path.build().toString();
    }

    private static void add(UriBuilder path, String name, String value) {
        if (value != null) {
            path.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
        }
    }

    /** All that is in it, and in what stands in it. */
    @GET
    @Path("/{code}/contents")
    @OpenTo(Role.VOLUNTEER)
    public Response contents(
            @PathParam("code") String code, @QueryParam("after") String after, @QueryParam("format") String format) {
        ContainerView container = containers.get(code);
        StockService.Wanted wanted = new StockService.Wanted(container.code(), null, null, null, null, false, false);
        Listing<BalanceView> listing = new Listing<BalanceView>(
                        "container_contents",
                        "/containers/" + container.code() + "/contents",
                        (from, size) -> stock.balances(wanted, from, size))
                .link("stock_lot", BalanceView::lot, row -> "/lots/" + row.lot())
                .column("stock_item", BalanceView::itemName)
                .column("stock_size", row -> row.size() == null ? "" : row.size())
                .column("stock_grade", row -> say(row.grade().wordsKey()))
                .link("container_in", BalanceView::place, row -> "/containers/" + row.place())
                .column("stock_on_hand", BalanceView::onHand)
                .column("stock_promised", BalanceView::promised)
                .action("container_back", "/containers/" + container.code())
                .whenEmpty("container_contents_empty");
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/{code}/history")
    @OpenTo(Role.VOLUNTEER)
    public Response history(
            @PathParam("code") String code, @QueryParam("after") String after, @QueryParam("format") String format) {
        String container = containers.get(code).code();
        Listing<ContainerEvent> listing = new Listing<ContainerEvent>(
                        "container_history",
                        "/containers/" + container + "/history",
                        (from, size) -> history.of(container, from, size))
                .column("container_event", ContainerEvent::words)
                .column("container_at", ContainerEvent::at)
                .column("container_by", event -> event.by() == null ? "" : event.by())
                .link(
                        "container_document",
                        event -> event.document() == null ? "" : event.document(),
                        event -> event.document() == null ? null : DocumentPage.of(event.document()))
                .column("container_why", event -> event.why() == null ? "" : event.why())
                .action("container_back", "/containers/" + container)
                .whenEmpty("container_history_empty");
        return listings.answer(listing, after, format);
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }
}
