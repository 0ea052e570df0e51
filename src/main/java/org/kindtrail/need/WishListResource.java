package org.kindtrail.need;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;

/** Wish lists for programs of the house. */
@Path("/api/v1/wish-lists")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "wish lists")
public class WishListResource {
    private final WishListService lists;
    private final Once once;

    WishListResource(WishListService lists, Once once) {
        this.lists = lists;
        this.once = once;
    }

    /** A page of wish lists, named for the description of the API. */
    @Schema(name = "WishListPage")
    public record WishListPage(List<WishListRow> rows, String next) {}

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "listWishLists", summary = "Wish lists, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WishListPage.class)))
    public WishListPage list(
            @Parameter(description = "true: only open ones; false: only closed ones; left out: all", example = "true")
                    @QueryParam("open") String open,
            @Parameter(description = "Code of a drive; left out: of all")
                    @QueryParam("drive") String drive,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<WishListRow> page = lists.list(Cursor.truth("open", open), drive, after, Cursor.size(limit));
        return new WishListPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "openWishList", summary = "Open a wish list, which everybody can read who has its code")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WishListView.class)))
    public Response open(@HeaderParam("Idempotency-Key") String key, OpenWishList command) {
        return once.answer(key, command, () -> {
            WishListView view = lists.open(command);
            return Reply.created("/api/v1/wish-lists/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getWishList", summary = "One wish list, with what the public reads in it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WishListView.class)))
    public WishListView get(@PathParam("code") String code) {
        return lists.get(code);
    }

    @PUT
    @Path("/{code}")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "changeWishList", summary = "Tell title and text of a wish list anew")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WishListView.class)))
    public WishListView change(@PathParam("code") String code, ChangeWishList command) {
        return lists.change(code, command);
    }

    @POST
    @Path("/{code}/close")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "closeWishList", summary = "Close a wish list: nobody reads it any more")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WishListView.class)))
    public Response close(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(lists.close(code)));
    }

    @POST
    @Path("/{code}/reopen")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reopenWishList", summary = "Open a closed wish list again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WishListView.class)))
    public Response reopen(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(lists.reopen(code)));
    }
}
