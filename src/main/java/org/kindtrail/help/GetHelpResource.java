package org.kindtrail.help;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;
import org.kindtrail.web.OpenToAnyone;

/** Whom to ask for help, for programs of everybody. */
@Path("/api/v1/get-help")
@Produces("application/json")
@Tag(name = "help")
public class GetHelpResource {
    private final HelpService help;

    GetHelpResource(HelpService help) {
        this.help = help;
    }

    /** A page of organisations, named for the description of the API. */
    @Schema(name = "HelpPage")
    public record HelpPageOfRows(List<HelpRow> rows, String next) {}

    @GET
    @OpenToAnyone(leavesNothing = true)
    @Operation(operationId = "listHelp", summary = "Organisations that can be asked for help, by country and name")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HelpPageOfRows.class)))
    public HelpPageOfRows list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        Page<HelpRow> page = help.list(after, Cursor.size(limit));
        return new HelpPageOfRows(page.rows(), page.next());
    }

    @GET
    @Path("/{organisation}")
    @OpenToAnyone(leavesNothing = true)
    @Operation(operationId = "getHelp", summary = "How an organisation is reached by somebody who needs help")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HelpView.class)))
    public HelpView get(@PathParam("organisation") String organisation) {
        return help.of(organisation);
    }
}
