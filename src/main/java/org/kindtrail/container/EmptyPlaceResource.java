package org.kindtrail.container;

import jakarta.ws.rs.Consumes;
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
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;

/** Emptying a site or shelf, for programs. */
@Path("/api/v1/places/{code}/empty")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "places")
public class EmptyPlaceResource {
    private final CarryService carrying;
    private final Once once;

    EmptyPlaceResource(CarryService carrying, Once once) {
        this.carrying = carrying;
        this.once = once;
    }

    @POST
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "emptyPlace", summary = "Move all that is at a site or shelf to another place; what is promised stays")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CarriedView.class)))
    public Response empty(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, EmptyPlace command) {
        return once.answer(key, command, () -> Reply.done(carrying.empty(code, command)));
    }
}
