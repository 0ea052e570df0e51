package org.kindtrail.intake;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;
import org.kindtrail.stock.Reverse;

/** Sortings for programs. */
@Path("/api/v1/sortings")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "sortings")
public class SortingResource {
    private final SortingService sortings;
    private final Once once;

    SortingResource(SortingService sortings, Once once) {
        this.sortings = sortings;
        this.once = once;
    }

    /** A page of sortings, named for the description of the API. */
    @Schema(name = "SortingPage")
    public record SortingsPage(List<SortingRow> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listSortings", summary = "Sortings, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SortingsPage.class)))
    public SortingsPage list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        Page<SortingRow> page = sortings.list(after, Cursor.size(limit));
        return new SortingsPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "sortBag", summary = "Sort a bag in one go: everything that was in it; the bag is empty then")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SortingView.class)))
    public Response sort(@HeaderParam("Idempotency-Key") String key, SortBag command) {
        return once.answer(key, command, () -> {
            SortingView view = sortings.sort(command);
            return Reply.created("/api/v1/sortings/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getSorting", summary = "One sorting")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SortingView.class)))
    public SortingView get(@PathParam("code") String code) {
        return sortings.get(code);
    }

    @POST
    @Path("/{code}/reverse")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reverseSorting", summary = "Take a closed sorting back: the bag is whole again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SortingView.class)))
    public Response reverse(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, Reverse command) {
        return once.answer(key, command, () -> Reply.done(sortings.reverse(code, command)));
    }
}
