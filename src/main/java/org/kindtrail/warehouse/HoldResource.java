package org.kindtrail.warehouse;

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

/** Holds for programs. */
@Path("/api/v1/holds")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "holds")
public class HoldResource {
    private final HoldService holds;
    private final Once once;

    HoldResource(HoldService holds, Once once) {
        this.holds = holds;
        this.once = once;
    }

    /** A page of holds, named for the description of the API. */
    @Schema(name = "HoldPage")
    public record HoldPage(List<HoldRow> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listHolds", summary = "Holds, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HoldPage.class)))
    public HoldPage list(
            @Parameter(description = "true: those that hold something; false: the released ones", example = "true")
                    @QueryParam("standing")
                    String standing,
            @Parameter(description = "quarantine, check or other", example = "check") @QueryParam("kind") String kind,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<HoldRow> page = holds.list(
                Cursor.truth("standing", standing), Cursor.choice("kind", kind, HoldKind.class), after, Cursor.size(limit));
        return new HoldPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "holdGoods", summary = "Set goods apart: they are available to nobody until they are released")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = HoldView.class)))
    public Response hold(@HeaderParam("Idempotency-Key") String key, HoldGoods command) {
        return once.answer(key, command, () -> {
            HoldView view = holds.hold(command);
            return Reply.created("/api/v1/holds/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getHold", summary = "One hold: what is set apart, why and since when")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HoldView.class)))
    public HoldView get(@Parameter(example = "HD-0000-0000") @PathParam("code") String code) {
        return holds.get(code);
    }

    @POST
    @Path("/{code}/release")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "releaseHold", summary = "Release goods that are set apart, all of them or some lines")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HoldView.class)))
    public Response release(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, ReleaseHold command) {
        return once.answer(key, command, () -> Reply.done(holds.release(code, command)));
    }
}
