package org.kindtrail.stock;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;

/** The ledger's wholeness for programs. */
@Path("/api/v1/ledger")
@Produces("application/json")
@Tag(name = "ledger")
public class LedgerResource {
    private final LedgerService ledger;

    LedgerResource(LedgerService ledger) {
        this.ledger = ledger;
    }

    @GET
    @Path("/verification")
    @OpenTo(Role.ADMINISTRATOR)
    @Operation(operationId = "verifyLedger", summary = "Replay the ledger of the installation and compare every balance")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LedgerView.class)))
    public LedgerView verify() {
        return ledger.verify();
    }
}
