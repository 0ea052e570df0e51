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

/** Receipts for programs. */
@Path("/api/v1/sales")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "sales")
public class SaleResource {
    private final SellService sales;
    private final Once once;

    SaleResource(SellService sales, Once once) {
        this.sales = sales;
        this.once = once;
    }

    /** A page of the list, named for the description of the API. */
    @Schema(name = "SalePage")
    public record SalePage(List<SaleRow> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listSales", summary = "Receipts, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SalePage.class)))
    public SalePage list(
            @Parameter(description = "Code of a drive that sells") @QueryParam("drive") String drive,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<SaleRow> page = sales.list(drive == null || drive.isEmpty() ? null : drive, after, Cursor.size(limit));
        return new SalePage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "sell", summary = "Sell at the table of a drive: lines with prices, or all of it for one sum")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SaleView.class)))
    public Response sell(@HeaderParam("Idempotency-Key") String key, Sell command) {
        return once.answer(key, command, () -> {
            SaleView view = sales.sell(command);
            return Reply.created("/api/v1/sales/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getSale", summary = "One of them")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SaleView.class)))
    public SaleView get(@PathParam("code") String code) {
        return sales.get(code);
    }

    @POST
    @Path("/{code}/reverse")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reverseSale", summary = "Take a receipt back: what was sold lies on the table again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SaleView.class)))
    public Response reverse(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, Reverse command) {
        return once.answer(key, command, () -> Reply.done(sales.reverse(code, command)));
    }
}
