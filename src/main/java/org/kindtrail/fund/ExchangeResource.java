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

/** Exchanges between currencies for programs. */
@Path("/api/v1/exchanges")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "funds")
public class ExchangeResource {
    private final ExchangeService exchanges;
    private final Once once;

    ExchangeResource(ExchangeService exchanges, Once once) {
        this.exchanges = exchanges;
        this.once = once;
    }

    /** A page of them, named for the description of the API. */
    @Schema(name = "ExchangePage")
    public record ExchangePage(List<ExchangeView> rows, String next) {}

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "listExchanges", summary = "Exchanges between currencies, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ExchangePage.class)))
    public ExchangePage list(
            @Parameter(description = "Code of a fund that it concerns") @QueryParam("fund") String fund,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<ExchangeView> page = exchanges.list(fund, after, Cursor.size(limit));
        return new ExchangePage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "recordExchange", summary = "Change money into another currency")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ExchangeView.class)))
    public Response record(@HeaderParam("Idempotency-Key") String key, RecordExchange command) {
        return once.answer(key, command, () -> {
            ExchangeView view = exchanges.record(command);
            return Reply.created("/api/v1/exchanges/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getExchange", summary = "One exchange")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ExchangeView.class)))
    public ExchangeView get(@PathParam("code") String code) {
        return exchanges.get(code);
    }

    @POST
    @Path("/{code}/reverse")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reverseExchange", summary = "Take an exchange back; it stays readable")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ExchangeView.class)))
    public Response reverse(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, Reverse command) {
        return once.answer(key, command, () -> Reply.done(exchanges.reverse(code, command)));
    }
}
