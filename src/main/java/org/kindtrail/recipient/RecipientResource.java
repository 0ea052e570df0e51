package org.kindtrail.recipient;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Unreadable;

/** Recipients for programs. */
@Path("/api/v1/recipients")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "recipients")
public class RecipientResource {
    private final RecipientService recipients;
    private final Once once;

    RecipientResource(RecipientService recipients, Once once) {
        this.recipients = recipients;
        this.once = once;
    }

    /** A page of recipients, named for the description of the API. */
    @Schema(name = "RecipientPage")
    public record RecipientPage(List<RecipientRow> rows, String next) {}

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "listRecipients", summary = "Recipients by alias")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecipientPage.class)))
    public RecipientPage list(
            @Parameter(description = "Part of the alias, in any case; left out: all")
                    @QueryParam("q") String search,
            @Parameter(description = "organisation, shelter, household or group; left out: all")
                    @QueryParam("kind") String kind,
            @Parameter(description = "true: only active ones; false: only those that are not; left out: all")
                    @QueryParam("active") String active,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<RecipientRow> page = recipients.list(
                search,
                Cursor.choice("kind", kind, RecipientKind.class),
                Cursor.truth("active", active),
                after,
                Cursor.size(limit));
        return new RecipientPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "addRecipient", summary = "Add a recipient: an organisation, shelter, household or group, by alias")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RecipientView.class)))
    public Response add(@HeaderParam("Idempotency-Key") String key, DescribeRecipient command) {
        return once.answer(key, command, () -> {
            RecipientView view = recipients.add(command);
            return Reply.created("/api/v1/recipients/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getRecipient", summary = "One recipient, with what the public reads of it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecipientView.class)))
    public RecipientView get(@PathParam("code") String code) {
        return recipients.get(code);
    }

    /** A recipient told anew, and the version that this was made on. */
    public record ChangeRecipient(
            @Schema(description = "The version that the change was made on") int version,
            @NotNull DescribeRecipient recipient) {}

    @PUT
    @Path("/{code}")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "changeRecipient", summary = "Tell a recipient anew")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecipientView.class)))
    public RecipientView change(@PathParam("code") String code, ChangeRecipient command) {
        if (command == null || command.recipient() == null) {
            throw new Unreadable("recipient", "error_json_missing", java.util.Map.of());
        }
        return Invalid.under("recipient", () -> recipients.change(code, command.version(), command.recipient()));
    }

    /** A recipient as it might be kept, and which one it is that is being changed. */
    public record PreviewRecipient(
            @Schema(description = "Code of the recipient that is being changed; left out for a new one") String code,
            @NotNull DescribeRecipient recipient) {}

    /** What the public would read. */
    @Schema(name = "RecipientPreview", description = "What the public would read of a recipient")
    public record Preview(
            @Schema(description = "The words", examples = "a shelter in Kazakhstan") String publicWords,
            @Schema(description = "Whether the region is widened to the country in them") boolean widened) {}

    @POST
    @Path("/preview")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "previewRecipient",
            summary = "What the public would read of a recipient if it were kept like this; nothing is kept")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Preview.class)))
    public Preview preview(PreviewRecipient command) {
        if (command == null || command.recipient() == null) {
            throw new Unreadable("recipient", "error_json_missing", java.util.Map.of());
        }
        try {
            PublicWords.Said said =
                    Invalid.under("recipient", () -> recipients.preview(command.code(), command.recipient()));
            return new Preview(said.words(), said.widened());
        } catch (NotFound unknown) {
            // it is named in what was sent, not in the address
            throw Invalid.field("code", "error_recipient_unknown", java.util.Map.of("given", command.code()));
        }
    }

    @POST
    @Path("/{code}/retire")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "retireRecipient", summary = "Retire a recipient: no more needs are posted for it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecipientView.class)))
    public Response retire(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(recipients.retire(code)));
    }

    @POST
    @Path("/{code}/reinstate")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reinstateRecipient", summary = "Take a retired recipient up again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecipientView.class)))
    public Response reinstate(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(recipients.reinstate(code)));
    }
}
