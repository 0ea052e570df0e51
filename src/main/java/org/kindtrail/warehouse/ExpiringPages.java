package org.kindtrail.warehouse;

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
import org.kindtrail.kernel.Code;
import org.kindtrail.place.Places;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;

/** What expires soon, for people. */
@Path("/expiring")
@Produces("text/html")
public class ExpiringPages {
    private static final int[] CHOICES = {0, 30, ExpiringService.USUAL_DAYS, 180, 365};

    private final ExpiringService expiring;
    private final Places places;
    private final Listings listings;
    private final Frame frame;

    ExpiringPages(ExpiringService expiring, Places places, Listings listings, Frame frame) {
        this.expiring = expiring;
        this.places = places;
        this.listings = listings;
        this.frame = frame;
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response list(
            @QueryParam("days") String days,
            @QueryParam("place") String place,
            @QueryParam("after") String after,
            @QueryParam("format") String format) {
        int ahead = ExpiringService.days(days);
        String at = place == null || place.isBlank() ? null : place;
        Listing<ExpiringView> listing = new Listing<ExpiringView>(
                        "warehouse_expiring", path(ahead, at), (from, size) -> expiring.list(at, ahead, from, size))
                .column("warehouse_expires_on", ExpiringView::expiresOn)
                .link("warehouse_item", ExpiringView::name, row -> "/lots/" + row.lot())
                .column("warehouse_on_hand", ExpiringView::onHand)
                .column("warehouse_available", ExpiringView::available)
                .column("warehouse_place", ExpiringView::placeName)
                .column("warehouse_state", row -> row.days() < 0 ? say("stock_past") : days(row.days()))
                .group("warehouse_place", placesToChoose(ahead, at))
                .whenEmpty("warehouse_expiring_empty");
        for (int each : CHOICES) {
            listing.filter(frame.say("warehouse_within_days", Map.of("days", each)), path(each, at), each == ahead);
        }
        return listings.answer(listing, after, format);
    }

    private List<Listing.Filter> placesToChoose(int days, String chosen) {
        String known = chosen == null ? null : Code.read(chosen).orElse(null);
        List<Listing.Filter> filters = new ArrayList<>();
        filters.add(new Listing.Filter(say("warehouse_all"), path(days, null), chosen == null));
        places.open().forEach(place -> filters.add(
                new Listing.Filter(place.label(), path(days, place.getCode()), place.getCode().equals(known))));
        return filters;
    }

    private static String path(int days, String place) {
        UriBuilder path = UriBuilder.fromPath("/expiring");
        if (days != ExpiringService.USUAL_DAYS) {
            path.queryParam("days", days);
        }
        if (place != null) {
            path.queryParam("place", "{place}").resolveTemplate("place", place);
        }
        return path.build().toString();
    }

    private String days(long days) {
        return frame.say("warehouse_days_left", Map.of("days", days));
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }
}
