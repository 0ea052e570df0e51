package org.kindtrail.recipient;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;

/** What is sealed of recipients, for programs. */
@Path("/api/v1/recipients")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "recipients")
public class SealedResource {
    private final SealedService sealed;
    private final Once once;

    SealedResource(SealedService sealed, Once once) {
        this.sealed = sealed;
        this.once = once;
    }

    @PUT
    @Path("/{code}/sealed")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "sealRecipient",
            summary = "Write all sealed details anew; what is left out or null is kept no longer")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecipientView.class)))
    public RecipientView replace(@PathParam("code") String code, SealedDetails command) {
        return sealed.replace(code, command);
    }

    @POST
    @Path("/{code}/openings")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "openRecipient",
            summary = "Open what is sealed, for a reason; it is noted",
            description = "Sent again under the same Idempotency-Key it is no further opening; the texts are in the answer for "
                    + "15 minutes after the first, and null later.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OpenedView.class)))
    public Response open(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, OpenSealed command) {
        return once.answer(
                key,
                command,
                () -> {
                    OpenedView opened = sealed.open(code, command);
                    return Reply.created("/api/v1/openings?about=" + opened.recipient(), opened.with(null));
                },
                OpenedView.class,
                kept -> kept.with(sealed.again(kept.recipient(), kept.openedAt())));
    }

    /** The recipients of which exactly that is sealed; never more than fit on a page. */
    @Schema(name = "FoundRecipients")
    public record Found(List<RecipientRow> rows) {}

    @POST
    @Path("/find")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "findRecipient",
            summary = "Find recipients by true name or telephone",
            description = "Only the whole name or number is found, never a part. To be found is noted as an opening of each.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Found.class)))
    public Response find(@HeaderParam("Idempotency-Key") String key, FindRecipient command) {
        return once.answer(key, command, () -> Reply.done(new Found(sealed.find(command))));
    }
}
