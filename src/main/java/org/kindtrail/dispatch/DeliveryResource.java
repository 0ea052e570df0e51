package org.kindtrail.dispatch;

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

/** Confirmations of arrival for programs of the house. */
@Path("/api/v1/deliveries")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "deliveries")
public class DeliveryResource {
    private final DeliveryService deliveries;
    private final Once once;

    DeliveryResource(DeliveryService deliveries, Once once) {
        this.deliveries = deliveries;
        this.once = once;
    }

    /** A page of confirmations, named for the description of the API. */
    @Schema(name = "DeliveryPage")
    public record DeliveryPage(List<DeliveryRow> rows, String next) {}

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "listDeliveries", summary = "Confirmations of arrival, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    public DeliveryPage list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        Page<DeliveryRow> page = deliveries.list(after, Cursor.size(limit));
        return new DeliveryPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "recordDelivery", summary = "A dispatch arrived: all of it, or as counted line by line")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response record(@HeaderParam("Idempotency-Key") String key, RecordDelivery command) {
        return once.answer(key, command, () -> {
            DeliveryView view = deliveries.record(command);
            return Reply.created("/api/v1/deliveries/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getDelivery", summary = "One confirmation of arrival")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public DeliveryView get(@PathParam("code") String code) {
        return deliveries.get(code);
    }

    @POST
    @Path("/{code}/reverse")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reverseDelivery", summary = "A confirmation was wrong: its dispatch is on its way again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response reverse(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, Reverse command) {
        return once.answer(key, command, () -> Reply.done(deliveries.reverse(code, command)));
    }
}
