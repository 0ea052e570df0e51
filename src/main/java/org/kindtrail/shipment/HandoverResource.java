package org.kindtrail.shipment;

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

/** Receipt by the program of a receiver without an account: the key is all it needs. */
@Path("/api/v1/handovers")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "shipments")
public class HandoverResource {
    private final HandoverService handovers;
    private final Once once;
    private final Visitor visitor;

    HandoverResource(HandoverService handovers, Once once, Visitor visitor) {
        this.handovers = handovers;
        this.once = once;
        this.visitor = visitor;
    }

    @GET
    @Path("/{key}")
    @OpenToAnyone
    @Operation(operationId = "getHandover", summary = "What is to come under the key; no sign-in")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HandoverView.class)))
    public HandoverView get(@PathParam("key") String key) {
        return handovers.view(handovers.open(key, visitor.address()));
    }

    @POST
    @Path("/{key}")
    @OpenToAnyone
    @Operation(operationId = "confirmHandover", summary = "The receiver says what came; no sign-in")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HandoverView.class)))
    public Response confirm(
            @HeaderParam("Idempotency-Key") String once, @PathParam("key") String key, ConfirmHandover command) {
        HandoverService.Opened opened = handovers.open(key, visitor.address());
        return this.once.answer(once, command, () -> Reply.done(handovers.confirm(opened, command)));
    }
}
