package org.kindtrail.sale;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;
import org.kindtrail.stock.Reverse;

/** Counted takings for programs. */
@Path("/api/v1/takings")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "sales")
public class TakingsResource {
    private final TakingsService takings;
    private final Once once;

    TakingsResource(TakingsService takings, Once once) {
        this.takings = takings;
        this.once = once;
    }

    /** A page of the list, named for the description of the API. */
    @Schema(name = "TakingsPage")
    public record TakingsPage(List<TakingsView> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listTakings", summary = "Counted takings, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TakingsPage.class)))
    public TakingsPage list(
            @Parameter(description = "Code of a drive that sells") @QueryParam("drive") String drive,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<TakingsView> page = takings.list(drive == null || drive.isEmpty() ? null : drive, after, Cursor.size(limit));
        return new TakingsPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "countTakings", summary = "Say what was counted in the cash box of a sale; what differs needs a reason")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TakingsView.class)))
    public Response count(@HeaderParam("Idempotency-Key") String key, CountTakings command) {
        return once.answer(key, command, () -> {
            TakingsView view = takings.count(command);
            return Reply.created("/api/v1/takings/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getTakings", summary = "One of them")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TakingsView.class)))
    public TakingsView get(@PathParam("code") String code) {
        return takings.get(code);
    }

    @POST
    @Path("/{code}/reverse")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reverseTakings", summary = "Take a count back: its receipts can be counted anew")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TakingsView.class)))
    public Response reverse(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, Reverse command) {
        return once.answer(key, command, () -> Reply.done(takings.reverse(code, command)));
    }
}
