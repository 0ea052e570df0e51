package org.kindtrail.retention;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;

/** How long sealed details are kept, for programs. */
@Path("/api/v1/retention")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "retention")
public class RetentionResource {
    private final RetentionService retention;
    private final Once once;

    RetentionResource(RetentionService retention, Once once) {
        this.retention = retention;
        this.once = once;
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "getRetention", summary = "How long sealed details are kept")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RetentionView.class)))
    public RetentionView get() {
        return retention.get();
    }

    @PUT
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "setRetention", summary = "Say how long sealed details are kept, and whether the calendar erases them")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RetentionView.class)))
    public RetentionView set(SetRetention command) {
        return retention.set(command);
    }

    /** A page of those who are due, named for the description of the API. */
    @Schema(name = "DuePage")
    public record DuePage(List<DueView> rows, String next) {}

    @GET
    @Path("/due")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "listDue", summary = "Recipients whose sealed details are proposed for erasure")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DuePage.class)))
    public DuePage due(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        Page<DueView> page = retention.due(after, Cursor.size(limit));
        return new DuePage(page.rows(), page.next());
    }

    @POST
    @Path("/erase")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "eraseSealed",
            summary = "Erase sealed details for ever, due or not; none of the recipients may wait for goods")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ErasedView.class)))
    public Response erase(@HeaderParam("Idempotency-Key") String key, EraseSealed command) {
        return once.answer(key, command, () -> Reply.done(retention.erase(command)));
    }
}
