package org.kindtrail.sale;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;

/** A drive that sells, for programs: its terms and balance, its prices and its table. */
@Path("/api/v1/drives/{code}/sale")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "sales")
public class SaleDriveResource {
    private final SaleService sale;
    private final PriceService prices;
    private final TableService table;
    private final Once once;

    SaleDriveResource(SaleService sale, PriceService prices, TableService table, Once once) {
        this.sale = sale;
        this.prices = prices;
        this.table = table;
        this.once = once;
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getSaleOfDrive", summary = "The terms of a sale, and what became of what was on its table")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SaleDriveView.class)))
    public SaleDriveView get(@PathParam("code") String code) {
        return sale.get(code);
    }

    @PUT
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "setSaleTerms", summary = "Say where the takings of a sale go, and in which currency it sells")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SaleDriveView.class)))
    public Response set(@PathParam("code") String code, SetTerms command) {
        return once.answer(null, command, () -> Reply.done(sale.set(code, command)));
    }

    @GET
    @Path("/prices")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getPrices", summary = "The price list of a sale")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PriceListView.class)))
    public PriceListView prices(@PathParam("code") String code) {
        return prices.get(code);
    }

    @PUT
    @Path("/prices")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "setPrices", summary = "Set the price list of a sale, whole")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PriceListView.class)))
    public Response setPrices(@PathParam("code") String code, SetPrices command) {
        return once.answer(null, command, () -> Reply.done(prices.set(code, command)));
    }

    @POST
    @Path("/table")
    @OpenTo(Role.VOLUNTEER)
    @Operation(
            operationId = "moveTable",
            summary = "Bring things to the table of a sale, or take them away; reversed like any put-away, by its code")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TableMoveView.class)))
    public Response move(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, MoveTable command) {
        return once.answer(key, command, () -> {
            TableMoveView view = table.move(code, command);
            return Reply.created("/api/v1/movements?document=" + view.code(), view);
        });
    }
}
