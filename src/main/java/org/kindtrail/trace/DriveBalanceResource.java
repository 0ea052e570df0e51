package org.kindtrail.trace;

import jakarta.ws.rs.GET;
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

/** A drive's exact balance, for programs of the house. */
@Path("/api/v1/drives/{code}/balance")
@Produces("application/json")
@Tag(name = "drives")
public class DriveBalanceResource {
    private final DriveBalances balances;

    DriveBalanceResource(DriveBalances balances) {
        this.balances = balances;
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getDriveBalance", summary = "What came in to a drive and what became of it, exactly and at once")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DriveBalance.class)))
    public DriveBalance get(@PathParam("code") String code) {
        return balances.exact(code);
    }
}
