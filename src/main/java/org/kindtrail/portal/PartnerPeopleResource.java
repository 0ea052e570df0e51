package org.kindtrail.portal;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.AddPartner;
import org.kindtrail.account.AddPartnerLink;
import org.kindtrail.account.NewPartnerLink;
import org.kindtrail.account.NewPassword;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.PartnerPersonView;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Unreadable;

/** Who of a recipient may come in, for programs. */
@Path("/api/v1/recipients")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "recipients")
public class PartnerPeopleResource {
    private final PartnerPeopleService partners;
    private final Once once;

    PartnerPeopleResource(PartnerPeopleService partners, Once once) {
        this.partners = partners;
        this.once = once;
    }

    /** All people of one recipient; there are never more than fit on a page. */
    @Schema(name = "PartnerPersonPage")
    public record PartnerPersonPage(List<PartnerPersonView> rows, String next) {}

    @GET
    @Path("/{code}/partners")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "listRecipientPartners", summary = "Who of a recipient may come in, newest first, those who may no more included")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartnerPersonPage.class)))
    public PartnerPersonPage list(@PathParam("code") String code) {
        return new PartnerPersonPage(partners.of(code), null);
    }

    @POST
    @Path("/{code}/partners")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "addRecipientPartner", summary = "Let somebody of a recipient come in by a name and a password")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PartnerPersonView.class)))
    public Response admit(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, AddPartner command) {
        Object sent = command == null ? null : command.withoutPassword();
        return once.answer(
                key, sent, () -> Reply.created("/api/v1/recipients/" + code + "/partners", partners.admit(code, command)));
    }

    @POST
    @Path("/{code}/partner-links")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "addRecipientPartnerLink",
            summary = "Make a link by which somebody of a recipient comes in",
            description = "The key is in this answer only; a repeat under the same Idempotency-Key gets it no more.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NewPartnerLink.class)))
    public Response link(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, AddPartnerLink command) {
        if (command == null) {
            throw new Unreadable("", "error_json_missing", java.util.Map.of());
        }
        NewPartnerLink[] made = {null};
        Response kept = once.answer(key, command, () -> {
            made[0] = partners.link(code, command);
            // What is kept for a repeat is without the key.
            return Reply.created("/api/v1/recipients/" + code + "/partners", made[0].withoutKey());
        });
        return made[0] == null ? kept : Response.fromResponse(kept).entity(made[0]).build();
    }

    @POST
    @Path("/{code}/partners/{name}/password")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "setRecipientPartnerPassword",
            summary = "Give somebody of a recipient a new password; their sessions and tokens end",
            description = "Who comes in by a link has none: withdraw the link and make another.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartnerPersonView.class)))
    public Response password(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("code") String code,
            @PathParam("name") String name,
            NewPassword command) {
        // nothing of the password is kept for telling a repeat
        Object sent = command == null ? null : "";
        return once.answer(key, sent, () -> Reply.done(partners.newPassword(code, name, command)));
    }

    @POST
    @Path("/{code}/partners/{name}/end")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "endRecipientPartner",
            summary = "Let somebody of a recipient come in no more; a link is withdrawn",
            description = "Whoever is in is out at once.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartnerPersonView.class)))
    public Response end(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, @PathParam("name") String name) {
        return once.answer(key, "", () -> Reply.done(partners.end(code, name)));
    }
}
