package org.kindtrail.help;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;

/** How one's own organisation is reached by somebody who needs help, for programs. */
@Path("/api/v1/organisations/mine/help")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "help")
public class HelpResource {
    private final HelpService help;

    HelpResource(HelpService help) {
        this.help = help;
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "getOwnHelp", summary = "How the organisation of this token is reached, shown or not")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnHelpView.class)))
    public OwnHelpView get() {
        return help.own();
    }

    @PUT
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "changeOwnHelp", summary = "Tell how the organisation is reached, and whether everybody sees it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnHelpView.class)))
    public OwnHelpView change(DescribeHelp command) {
        return help.describe(command);
    }
}
