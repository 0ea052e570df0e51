package org.kindtrail.stock;

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

/** The ledger for programs. */
@Path("/api/v1/movements")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "movements")
public class MovementResource {
    private final StockService stock;
    private final MoveService moves;
    private final Once once;

    MovementResource(StockService stock, MoveService moves, Once once) {
        this.stock = stock;
        this.moves = moves;
        this.once = once;
    }

    /** A page of movements, named for the description of the API. */
    @Schema(name = "MovementPage")
    public record MovementPage(List<MovementView> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listMovements", summary = "The ledger, oldest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MovementPage.class)))
    public MovementPage list(
            @Parameter(description = "Code of a lot") @QueryParam("lot") String lot,
            @Parameter(description = "Code of a document") @QueryParam("document") String document,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<MovementView> page =
                stock.movements(Asking.given(lot), Asking.given(document), after, Cursor.size(limit));
        return new MovementPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "putAway", summary = "Put goods from one place of the house to another")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MovementView.class)))
    public Response putAway(@HeaderParam("Idempotency-Key") String key, PutAway command) {
        return once.answer(key, command, () -> {
            MovementView view = moves.putAway(command);
            return Reply.created("/api/v1/movements?document=" + view.document(), view);
        });
    }

    @POST
    @Path("/{document}/reverse")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reversePutAway", summary = "Take a put-away back; both stay readable")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MovementView.class)))
    public Response reverse(
            @HeaderParam("Idempotency-Key") String key,
            @Parameter(description = "Code of the put-away", example = "M-0000-0000") @PathParam("document")
                    String document,
            Reverse command) {
        return once.answer(key, command, () -> {
            MovementView view = moves.reversePutAway(document, command);
            return Reply.created("/api/v1/movements?document=" + view.document(), view);
        });
    }
}
