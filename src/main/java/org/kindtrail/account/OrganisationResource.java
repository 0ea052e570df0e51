package org.kindtrail.account;

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

/** One's own organisation, for programs. */
@Path("/api/v1/organisations/mine")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "organisations")
public class OrganisationResource {
    private final OrganisationService organisations;

    OrganisationResource(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @GET
    @OpenTo
    @Operation(operationId = "getOrganisation", summary = "The organisation that this token works for")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public OrganisationView get() {
        return organisations.mine();
    }

    @PUT
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "changeOrganisation", summary = "Tell its name, country and time zone anew")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public OrganisationView change(DescribeOrganisation command) {
        return organisations.describe(command);
    }
}
