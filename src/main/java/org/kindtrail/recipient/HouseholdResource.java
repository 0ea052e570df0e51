package org.kindtrail.recipient;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;

/** Who is in a household, for programs. */
@Path("/api/v1/recipients")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "recipients")
public class HouseholdResource {
    private final HouseholdService households;

    HouseholdResource(HouseholdService households) {
        this.households = households;
    }

    @GET
    @Path("/{code}/household")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getHousehold", summary = "Who is in a household, by age, sex and sizes")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HouseholdView.class)))
    public HouseholdView get(@PathParam("code") String code) {
        return households.get(code);
    }

    @PUT
    @Path("/{code}/household")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "describeHousehold",
            summary = "Tell anew who is in a household; never by name",
            description = "What is told here is erased with what is sealed of the recipient.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HouseholdView.class)))
    public HouseholdView describe(@PathParam("code") String code, DescribeHousehold command) {
        return households.describe(code, command);
    }
}
