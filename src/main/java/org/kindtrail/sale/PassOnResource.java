package org.kindtrail.sale;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;
import org.kindtrail.stock.Reverse;

/** What was passed on for programs. */
@Path("/api/v1/pass-ons")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "sales")
public class PassOnResource {
    private final PassOnService passOns;
    private final Once once;

    PassOnResource(PassOnService passOns, Once once) {
        this.passOns = passOns;
        this.once = once;
    }

    /** A page of the list, named for the description of the API. */
    @Schema(name = "PassOnPage")
    public record PassOnPage(List<PassOnRow> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listPassOns", summary = "What was passed on, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PassOnPage.class)))
    public PassOnPage list(
            @Parameter(description = "Code of a drive that sells") @QueryParam("drive") String drive,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<PassOnRow> page = passOns.list(drive == null || drive.isEmpty() ? null : drive, after, Cursor.size(limit));
        return new PassOnPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "passGoodsOn", summary = "Give things to another charity")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PassOnView.class)))
    public Response pass(@HeaderParam("Idempotency-Key") String key, PassGoodsOn command) {
        return once.answer(key, command, () -> {
            PassOnView view = passOns.pass(command);
            return Reply.created("/api/v1/pass-ons/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getPassOn", summary = "One of them")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PassOnView.class)))
    public PassOnView get(@PathParam("code") String code) {
        return passOns.get(code);
    }

    @POST
    @Path("/{code}/reverse")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reversePassOn", summary = "Take back what was passed on: it lies where it lay")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PassOnView.class)))
    public Response reverse(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, Reverse command) {
        return once.answer(key, command, () -> Reply.done(passOns.reverse(code, command)));
    }
}
