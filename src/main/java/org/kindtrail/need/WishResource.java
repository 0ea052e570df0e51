package org.kindtrail.need;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.web.MayLag;
import org.kindtrail.web.OpenToAnyone;
import org.kindtrail.web.Visitor;

/** What everybody reads in a wish list, for programs. */
@Path("/api/v1/wishes")
@Produces("application/json")
@Tag(name = "wish lists")
public class WishResource {
    private final WishListService lists;
    private final Visitor visitor;

    WishResource(WishListService lists, Visitor visitor) {
        this.lists = lists;
        this.visitor = visitor;
    }

    @GET
    @Path("/{code}")
    @OpenToAnyone
    @MayLag
    @Operation(
            operationId = "getWishes",
            summary = "What is wanted, for everybody; needs no sign-in",
            description = "Things and their numbers, added up over all needs on the list, and nothing of who wants them.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WishView.class)))
    public WishView get(@PathParam("code") String code) {
        return lists.inPublic(code, visitor.address());
    }
}
