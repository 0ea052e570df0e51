package org.kindtrail.need;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;

/** For how many days a promise holds goods back, for programs. */
@Path("/api/v1/needs/settings")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "needs")
public class PromiseTermResource {
    private final PromiseTermService terms;

    PromiseTermResource(PromiseTermService terms) {
        this.terms = terms;
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getPromiseTerm", summary = "For how many days a promise holds goods back")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PromiseTermView.class)))
    public PromiseTermView get() {
        return terms.get();
    }

    @PUT
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "setPromiseTerm",
            summary = "Set for how many days a promise holds goods back; what is promised already keeps its day")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PromiseTermView.class)))
    public PromiseTermView set(SetPromiseTerm command) {
        return terms.set(command);
    }
}
