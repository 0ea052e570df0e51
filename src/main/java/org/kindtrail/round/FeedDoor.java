package org.kindtrail.round;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.kindtrail.web.OpenToAnyone;
import org.kindtrail.web.Visitor;

/** Where calendar programs read. They cannot sign in: the key in the address is all that opens. */
@Path("/j")
public class FeedDoor {
    private final FeedService feeds;
    private final FeedContent content;
    private final Visitor visitor;

    FeedDoor(FeedService feeds, FeedContent content, Visitor visitor) {
        this.feeds = feeds;
        this.content = content;
        this.visitor = visitor;
    }

    @GET
    @Path("/{key}")
    @Produces("*/*")
    @OpenToAnyone
    public Response calendar(@PathParam("key") String typed) {
        boolean named = typed.endsWith(FeedKeys.SUFFIX);
        feeds.open(named ? typed.substring(0, typed.length() - FeedKeys.SUFFIX.length()) : typed, visitor.address());
        return Response.ok(content.text(), "text/calendar;charset=utf-8").build();
    }
}
