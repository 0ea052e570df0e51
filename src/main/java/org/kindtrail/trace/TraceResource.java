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
import org.kindtrail.web.MayLag;
import org.kindtrail.web.OpenToAnyone;
import org.kindtrail.web.Visitor;

/** The page of a tracking code, for programs. */
@Path("/api/v1/traces")
@Produces("application/json")
@Tag(name = "traces")
public class TraceResource {
    private final TrackingService tracking;
    private final Visitor visitor;

    TraceResource(TrackingService tracking, Visitor visitor) {
        this.tracking = tracking;
        this.visitor = visitor;
    }

    @GET
    @Path("/{key}")
    @OpenToAnyone
    @MayLag
    @Operation(
            operationId = "getTrace",
            summary = "What became of a donation, for whoever holds its tracking code; needs no sign-in",
            description = 
                    "What happens on the way to a place that is not named, and there, is told by the month: all of a month at one"
                            + " moment, on the eighth day of the next.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TraceView.class)))
    public TraceView get(@PathParam("key") String key) {
        return tracking.follow(key, visitor.address());
    }
}
