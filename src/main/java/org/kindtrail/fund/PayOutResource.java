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

/** Pay-outs for programs. */
@Path("/api/v1/pay-outs")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "funds")
public class PayOutResource {
    private final PayOutService payOuts;
    private final Once once;

    PayOutResource(PayOutService payOuts, Once once) {
        this.payOuts = payOuts;
        this.once = once;
    }

    /** A page of them, named for the description of the API. */
    @Schema(name = "PayOutPage")
    public record PayOutPage(List<PayOutView> rows, String next) {}

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "listPayOuts", summary = "Pay-outs, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PayOutPage.class)))
    public PayOutPage list(
            @Parameter(description = "Code of a fund that it concerns") @QueryParam("fund") String fund,
            @Parameter(description = "Code of a programme that they are charged to", example = "PR-0000-0000")
                    @QueryParam("programme")
                    String programme,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<PayOutView> page = payOuts.list(fund, programme, after, Cursor.size(limit));
        return new PayOutPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "recordPayOut", summary = "Pay money of a fund to whom it was meant for")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PayOutView.class)))
    public Response record(@HeaderParam("Idempotency-Key") String key, RecordPayOut command) {
        return once.answer(key, command, () -> {
            PayOutView view = payOuts.record(command);
            return Reply.created("/api/v1/pay-outs/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getPayOut", summary = "One pay-out")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PayOutView.class)))
    public PayOutView get(@PathParam("code") String code) {
        return payOuts.get(code);
    }

    @POST
    @Path("/{code}/reverse")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reversePayOut", summary = "Take a pay-out back; it stays readable")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PayOutView.class)))
    public Response reverse(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, Reverse command) {
        return once.answer(key, command, () -> Reply.done(payOuts.reverse(code, command)));
    }
}
