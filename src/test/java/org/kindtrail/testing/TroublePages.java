package org.kindtrail.testing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Outage;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Unavailable;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;

/** A door that only the tests have: what is behind it goes wrong, or takes as long as a test wants. */
@Path("/trouble")
@Produces("text/html")
public class TroublePages {
    /** What no answer may show. */
    public static final String INSIDE = "select true_name from recipient at jdbc:postgresql://db.internal/kindtrail";

    private static volatile CountDownLatch held = new CountDownLatch(0);
    private static volatile CountDownLatch waiting = new CountDownLatch(0);

    private final Listings listings;

    TroublePages(Listings listings) {
        this.listings = listings;
    }

    /** From now on lists that are asked to wait do so after their first page, until the result is counted down. */
    public static CountDownLatch hold(int lists) {
        waiting = new CountDownLatch(lists);
        held = new CountDownLatch(1);
        return held;
    }

    /** Until as many lists wait as {@link #hold} was told. */
    public static boolean allWait() throws InterruptedException {
        return waiting.await(20, TimeUnit.SECONDS);
    }

    @GET
    @Path("/fault")
    @OpenTo(Role.VOLUNTEER)
    public String fault(@QueryParam("of") Outage outage) {
        if (outage != null) {
            throw new Unavailable(outage);
        }
        throw new IllegalStateException(INSIDE, new java.sql.SQLException(INSIDE));
    }

    /**
     * A list of numbers.
     *
     * @param failAt from which row on it cannot be read; null when all can
     * @param wait whether it waits after its first page
     */
    @GET
    @Path("/list")
    @OpenTo(Role.VOLUNTEER)
    public Response list(
            @QueryParam("rows") int rows,
            @QueryParam("failAt") Integer failAt,
            @QueryParam("wait") boolean wait,
            @QueryParam("format") String format) {
        Listing<String> listing = new Listing<String>("drive_list", "/trouble/list", (after, size) -> {
                    int from = after == null ? 0 : Integer.parseInt(after);
                    if (failAt != null && from >= failAt) {
                        throw new IllegalStateException(INSIDE);
                    }
                    if (wait && from > 0) {
                        pause();
                    }
                    int to = Math.min(rows, from + size);
                    return new Page<>(
                            IntStream.range(from, to).mapToObj(row -> "row " + row).toList(),
                            to < rows ? String.valueOf(to) : null);
                })
                .column("drive_title", row -> row);
        return listings.answer(listing, null, format);
    }

    private static void pause() {
        waiting.countDown();
        try {
            held.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
