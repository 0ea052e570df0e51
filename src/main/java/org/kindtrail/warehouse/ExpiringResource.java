package org.kindtrail.warehouse;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;

/** What expires soon, for programs. */
@Path("/api/v1/expiring")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "expiring")
public class ExpiringResource {
    private final ExpiringService expiring;

    ExpiringResource(ExpiringService expiring) {
        this.expiring = expiring;
    }

    /** A page of what expires, named for the description of the API. */
    @Schema(name = "ExpiringPage")
    public record ExpiringPage(List<ExpiringView> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listExpiring", summary = "What is of use for some days only, the shortest first; what is past its day stands at the head")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ExpiringPage.class)))
    public ExpiringPage list(
            @Parameter(description = "Code of a place, with all that stands in it") @QueryParam("place") String place,
            @Parameter(description = "For how many days at most; 60 when left out", example = "60") @QueryParam("days") String days,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<ExpiringView> page = expiring.list(
                place == null || place.isBlank() ? null : place, ExpiringService.days(days), after, Cursor.size(limit));
        return new ExpiringPage(page.rows(), page.next());
    }
}
