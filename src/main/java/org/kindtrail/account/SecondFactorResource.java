package org.kindtrail.account;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For whom the installation requires a second factor, for the programs of its administrators. */
@Path("/api/v1/second-factor")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "people")
public class SecondFactorResource {
    private final SecondFactorService factors;
    private final Once once;

    SecondFactorResource(SecondFactorService factors, Once once) {
        this.factors = factors;
        this.once = once;
    }

    @GET
    @Path("/requirement")
    @OpenTo(Role.ADMINISTRATOR)
    @Operation(operationId = "getSecondFactorRequirement", summary = "For which roles a second factor is required")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SecondFactorRequirement.class)))
    public SecondFactorRequirement requirement() {
        return factors.requirement();
    }

    @PUT
    @Path("/requirement")
    @OpenTo(Role.ADMINISTRATOR)
    @Operation(
            operationId = "requireSecondFactor",
            summary = "Require a second factor for these roles, and no others",
            description = "Whoever needs one and has none can do nothing else from now on, their tokens included. For a role"
                    + " of one's own it is refused until one has one.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SecondFactorRequirement.class)))
    public SecondFactorRequirement require(SecondFactorRequirement command) {
        return factors.require(command);
    }

    @POST
    @Path("/removals")
    @OpenTo(Role.ADMINISTRATOR)
    @Operation(
            operationId = "removeCoordinatorsSecondFactor",
            summary = "Take the second factor of a coordinator or administrator of any organisation away who lost it")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RemovedSecondFactor.class)))
    public Response remove(@HeaderParam("Idempotency-Key") String key, RemoveCoordinatorsFactor command) {
        return once.answer(key, command, () -> Reply.done(factors.removeCoordinators(command)));
    }
}
