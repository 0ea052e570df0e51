package org.kindtrail.dispatch;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.kindtrail.account.Reply;
import org.kindtrail.web.OpenToAnyone;
import org.kindtrail.web.Visitor;

/** Confirmation by the receiver's program: the key is all it needs. */
@Path("/api/v1/confirmations")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "confirmations")
public class ConfirmationResource {
    private final DeliveryService deliveries;
    private final Once once;
    private final Visitor visitor;

    ConfirmationResource(DeliveryService deliveries, Once once, Visitor visitor) {
        this.deliveries = deliveries;
        this.once = once;
        this.visitor = visitor;
    }

    @GET
    @Path("/{key}")
    @OpenToAnyone
    @Operation(operationId = "getArrival", summary = "What was sent under the key; no sign-in")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ArrivalView.class)))
    public ArrivalView get(@PathParam("key") String key) {
        return deliveries.arrival(deliveries.open(key, visitor.address()));
    }

    @POST
    @Path("/{key}")
    @OpenToAnyone
    @Operation(operationId = "confirmArrival", summary = "The receiver says what arrived; no sign-in")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ArrivalView.class)))
    public Response confirm(
            @HeaderParam("Idempotency-Key") String once,
            @PathParam("key") String key,
            ConfirmArrival command) {
        DeliveryService.Opened opened = deliveries.open(key, visitor.address());
        return this.once.answer(once, command, () -> Reply.done(deliveries.confirm(opened, command)));
    }
}
