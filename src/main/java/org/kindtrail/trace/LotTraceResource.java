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

/** The way of a lot, for programs of the house. */
@Path("/api/v1/lots/{code}/trace")
@Produces("application/json")
@Tag(name = "lots")
public class LotTraceResource {
    private final LotTraces traces;

    LotTraceResource(LotTraces traces) {
        this.traces = traces;
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getLotTrace", summary = "The exact way of a lot, up to what it was made of and down to what became of it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LotTrace.class)))
    public LotTrace get(@PathParam("code") String code) {
        return traces.of(code);
    }
}
