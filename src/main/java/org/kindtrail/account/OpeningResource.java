package org.kindtrail.account;

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
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;

/** The list of openings for programs. */
@Path("/api/v1/openings")
@Produces("application/json")
@Tag(name = "openings")
public class OpeningResource {
    private final OpeningService openings;

    OpeningResource(OpeningService openings) {
        this.openings = openings;
    }

    /** A page of openings, named for the description of the API. */
    @Schema(name = "OpeningPage")
    public record OpeningPage(List<OpeningView> rows, String next) {}

    @GET
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "listOpenings", summary = "Who opened sealed details, when and why, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OpeningPage.class)))
    public OpeningPage list(
            @Parameter(description = "Code of whose sealed details; left out, all") @QueryParam("about") String about,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<OpeningView> page = openings.list(about, after, Cursor.size(limit));
        return new OpeningPage(page.rows(), page.next());
    }
}
