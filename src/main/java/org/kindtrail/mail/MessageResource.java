package org.kindtrail.mail;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;

/** How far the letters are, for programs. */
@Path("/api/v1/messages")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "messages")
public class MessageResource {
    private final MessageService messages;
    private final Once once;

    MessageResource(MessageService messages, Once once) {
        this.messages = messages;
        this.once = once;
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "getMessages", summary = "How far the letters to donors are; it names nobody")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MessagesView.class)))
    public MessagesView get() {
        return messages.look();
    }

    @POST
    @Path("/retry")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "retryMessages",
            summary = "Try the letters again that were given up",
            description = "What may have been sent is not among them.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MessagesView.class)))
    public Response retry(@HeaderParam("Idempotency-Key") String key) {
        return once.answer(key, "", () -> Reply.done(messages.tryAgain()));
    }
}
