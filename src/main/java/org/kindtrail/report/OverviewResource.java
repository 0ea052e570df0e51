package org.kindtrail.report;

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
import org.kindtrail.web.MayLag;

/** The overview for programs. */
@Path("/api/v1/overview")
@Produces("application/json")
@Tag(name = "reports")
public class OverviewResource {
    private final OverviewService overview;

    OverviewResource(OverviewService overview) {
        this.overview = overview;
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    @MayLag
    @Operation(operationId = "getOverview", summary = "What waits, is short, gets old, is late, and who has not confirmed")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OverviewView.class)))
    public OverviewView overview() {
        return overview.now();
    }
}
