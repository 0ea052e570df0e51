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

/** Refunds of purchases for programs. */
@Path("/api/v1/refunds")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "funds")
public class RefundResource {
    private final RefundService refunds;
    private final Once once;

    RefundResource(RefundService refunds, Once once) {
        this.refunds = refunds;
        this.once = once;
    }

    /** A page of them, named for the description of the API. */
    @Schema(name = "RefundPage")
    public record RefundPage(List<RefundView> rows, String next) {}

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "listRefunds", summary = "Refunds of purchases, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RefundPage.class)))
    public RefundPage list(
            @Parameter(description = "Code of a fund that it concerns") @QueryParam("fund") String fund,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<RefundView> page = refunds.list(fund, after, Cursor.size(limit));
        return new RefundPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "recordRefund", summary = "Take money back into a fund for goods that went back to the supplier")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RefundView.class)))
    public Response record(@HeaderParam("Idempotency-Key") String key, RecordRefund command) {
        return once.answer(key, command, () -> {
            RefundView view = refunds.record(command);
            return Reply.created("/api/v1/refunds/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getRefund", summary = "One refund")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RefundView.class)))
    public RefundView get(@PathParam("code") String code) {
        return refunds.get(code);
    }

    @POST
    @Path("/{code}/reverse")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reverseRefund", summary = "Take a refund back; it stays readable")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RefundView.class)))
    public Response reverse(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, Reverse command) {
        return once.answer(key, command, () -> Reply.done(refunds.reverse(code, command)));
    }
}
