package org.kindtrail.warehouse;

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
import org.kindtrail.stock.MoveGoods;
import org.kindtrail.stock.MoveRow;
import org.kindtrail.stock.MoveService;
import org.kindtrail.stock.MoveView;
import org.kindtrail.stock.Reverse;

/** Moves for programs. */
@Path("/api/v1/moves")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "moves")
public class MoveResource {
    private final MoveService moves;
    private final Once once;

    MoveResource(MoveService moves, Once once) {
        this.moves = moves;
        this.once = once;
    }

    /** A page of moves, named for the description of the API. */
    @Schema(name = "MovePage")
    public record MovePage(List<MoveRow> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listMoves", summary = "Moves within the house, of goods and of containers, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MovePage.class)))
    public MovePage list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        Page<MoveRow> page = moves.list(after, Cursor.size(limit));
        return new MovePage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "moveGoods", summary = "Move goods between places of the house: all lines or none")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MoveView.class)))
    public Response move(@HeaderParam("Idempotency-Key") String key, MoveGoods command) {
        return once.answer(key, command, () -> {
            MoveView view = moves.move(command);
            return Reply.created("/api/v1/moves/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getMove", summary = "One move: what went from where to where")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MoveView.class)))
    public MoveView get(@Parameter(example = "M-0000-0000") @PathParam("code") String code) {
        return moves.get(code);
    }

    @POST
    @Path("/{code}/reverse")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reverseMove", summary = "Take a move of goods back, whole; both stay readable")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MoveView.class)))
    public Response reverse(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, Reverse command) {
        return once.answer(key, command, () -> Reply.done(moves.reverse(code, command)));
    }
}
