package org.kindtrail.account;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;

/** The list of openings for people. */
@Path("/openings")
@Produces("text/html")
public class OpeningPages {
    private final OpeningService openings;
    private final Listings listings;
    private final Frame frame;

    OpeningPages(OpeningService openings, Listings listings, Frame frame) {
        this.openings = openings;
        this.listings = listings;
        this.frame = frame;
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    public Response list(
            @QueryParam("about") String about, @QueryParam("after") String after, @QueryParam("format") String format) {
        String code = about == null ? null : Code.read(about).orElse(null);
        String path = code == null ? "/openings" : "/openings?about=" + code;
        Listing<OpeningView> listing = new Listing<OpeningView>(
                        "account_openings", path, (from, size) -> openings.list(about, from, size))
                .column("account_opening_at", OpeningView::openedAt)
                .link("account_opening_about", OpeningView::about, row -> where(row.about()))
                .column("account_opening_manner", row -> frame.say(row.manner().wordsKey(), Map.of()))
                .column("account_opening_why", OpeningView::why)
                .column("account_opening_by", OpeningView::by)
                .filter(frame.say("account_openings_all", Map.of()), "/openings", code == null)
                .whenEmpty("account_openings_empty");
        if (code != null) {
            listing.filter(code, path, true);
        }
        return listings.answer(listing, after, format);
    }

    /** Whose details they are tells where their page is. */
    private static String where(String about) {
        if (Code.read(CodeKind.RECIPIENT, about).isPresent()) {
            return "/recipients/" + about;
        }
        return Code.read(CodeKind.DONOR, about).isPresent() ? "/donors/" + about : null;
    }
}
