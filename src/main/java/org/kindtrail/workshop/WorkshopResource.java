package org.kindtrail.workshop;

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

/** How far a workshop is, for programs. */
@Path("/api/v1/drives/{code}/workshop")
@Produces("application/json")
@Tag(name = "drives")
public class WorkshopResource {
    private final WorkService works;

    WorkshopResource(WorkService works) {
        this.works = works;
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getWorkshop", summary = "How far a workshop is: used up, made, let go, still to do, day by day")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WorkshopView.class)))
    public WorkshopView get(@PathParam("code") String code) {
        return works.progress(code);
    }
}
