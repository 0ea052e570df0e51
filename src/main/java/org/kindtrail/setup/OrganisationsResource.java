package org.kindtrail.setup;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.OrganisationView;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;

/** The organisations of the installation, for the programs of its administrators. */
@Path("/api/v1/organisations")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "organisations")
public class OrganisationsResource {
    private final Founding founding;
    private final Once once;

    OrganisationsResource(Founding founding, Once once) {
        this.founding = founding;
        this.once = once;
    }

    /** A page of organisations, named for the description of the API. */
    @Schema(name = "OrganisationPage")
    public record OrganisationPage(List<OrganisationView> rows, String next) {}

    @GET
    @OpenTo(Role.ADMINISTRATOR)
    @Operation(operationId = "listOrganisations", summary = "The organisations of the installation, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrganisationPage.class)))
    public OrganisationPage list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        Page<OrganisationView> page = founding.list(after, Cursor.size(limit));
        return new OrganisationPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.ADMINISTRATOR)
    @Operation(
            operationId = "foundOrganisation",
            summary = "Found an organisation with its first coordinator and its first site")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public Response found(@HeaderParam("Idempotency-Key") String key, FoundOrganisation command) {
        return once.answer(
                key,
                command == null ? null : command.withoutPassword(),
                () -> Reply.created("/api/v1/organisations", founding.add(command)));
    }
}
