package org.kindtrail.fund;

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

/** Transfers between funds for programs. */
@Path("/api/v1/transfers")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "funds")
public class TransferResource {
    private final TransferService transfers;
    private final Once once;

    TransferResource(TransferService transfers, Once once) {
        this.transfers = transfers;
        this.once = once;
    }

    /** A page of them, named for the description of the API. */
    @Schema(name = "TransferPage")
    public record TransferPage(List<TransferView> rows, String next) {}

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "listTransfers", summary = "Transfers between funds, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TransferPage.class)))
    public TransferPage list(
            @Parameter(description = "Code of a fund that it concerns") @QueryParam("fund") String fund,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<TransferView> page = transfers.list(fund, after, Cursor.size(limit));
        return new TransferPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "recordTransfer", summary = "Put money of one fund into another")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TransferView.class)))
    public Response record(@HeaderParam("Idempotency-Key") String key, RecordTransfer command) {
        return once.answer(key, command, () -> {
            TransferView view = transfers.record(command);
            return Reply.created("/api/v1/transfers/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getTransfer", summary = "One transfer")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TransferView.class)))
    public TransferView get(@PathParam("code") String code) {
        return transfers.get(code);
    }

    @POST
    @Path("/{code}/reverse")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reverseTransfer", summary = "Take a transfer back; it stays readable")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TransferView.class)))
    public Response reverse(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, Reverse command) {
        return once.answer(key, command, () -> Reply.done(transfers.reverse(code, command)));
    }
}
