package org.kindtrail.dispatch;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** Thanks for programs. */
@Path("/api/v1/thanks")
@Produces("application/json")
@Tag(name = "thanks")
public class ThanksResource {
    private final ThanksService thanks;
    private final Once once;

    ThanksResource(ThanksService thanks, Once once) {
        this.thanks = thanks;
        this.once = once;
    }

    /** A page of thanks, named for the description of the API. */
    @Schema(name = "ThanksPage")
    public record ThanksPage(List<ThanksView> rows, String next) {}

    @GET
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "listThanks", summary = "Thanks, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ThanksPage.class)))
    public ThanksPage list(
            @QueryParam("state") String state, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        Page<ThanksView> page =
                thanks.list(Cursor.choice("state", state, Thanks.State.class), after, Cursor.size(limit));
        return new ThanksPage(page.rows(), page.next());
    }

    @POST
    @Path("/{code}/approve")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "approveThanks", summary = "The givers may read it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ThanksView.class)))
    public Response approve(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(thanks.approve(code)));
    }

    @POST
    @Path("/{code}/decline")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "declineThanks", summary = "Nobody outside reads it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ThanksView.class)))
    public Response decline(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(thanks.decline(code)));
    }
}
