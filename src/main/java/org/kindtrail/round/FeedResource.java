package org.kindtrail.round;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;

/** The private calendar address of who asks, for programs. */
@Path("/api/v1/calendar/feed")
@Produces("application/json")
@Tag(name = "calendar")
public class FeedResource {
    private final FeedService feeds;
    private final Once once;

    FeedResource(FeedService feeds, Once once) {
        this.feeds = feeds;
        this.once = once;
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "getCalendarFeed",
            summary = "Whether you have a private calendar address; the address itself only for 15 minutes after it was made")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FeedView.class)))
    public FeedView get() {
        return feeds.mine();
    }

    @POST
    @Consumes("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "makeCalendarFeed",
            summary = "Make a private calendar address, which opens without a sign-in; the one before opens nothing any more")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FeedView.class)))
    public Response make(@HeaderParam("Idempotency-Key") String key) {
        return once.answer(key, "", () -> Reply.done(feeds.make()), FeedView.class, feeds::complete);
    }

    @DELETE
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "withdrawCalendarFeed", summary = "Withdraw your private calendar address")
    @APIResponse(responseCode = "204", description = "There is none, or none any more")
    public void withdraw() {
        feeds.withdraw();
    }
}
