package org.kindtrail.container;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** Packing, unpacking and moving containers, for programs. */
@Path("/api/v1/containers")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "containers")
public class PackingResource {
    private final PackingService packing;
    private final CarryService carrying;
    private final Once once;

    PackingResource(PackingService packing, CarryService carrying, Once once) {
        this.packing = packing;
        this.carrying = carrying;
        this.once = once;
    }

    @POST
    @Path("/{code}/pack")
    @OpenTo(Role.VOLUNTEER)
    @Operation(
            operationId = "packContainer",
            summary = "Put goods into a container; a coordinator takes it back as any put-away, by the code of the act")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PackedView.class)))
    public Response pack(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, Pack command) {
        return once.answer(key, command, () -> created(packing.pack(code, command)));
    }

    @POST
    @Path("/{code}/unpack")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "unpackContainer", summary = "Take goods out of a container")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PackedView.class)))
    public Response unpack(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, Unpack command) {
        return once.answer(key, command, () -> created(packing.unpack(code, command)));
    }

    private static Reply created(PackedView view) {
        return Reply.created("/api/v1/movements?document=" + view.document(), view);
    }

    @POST
    @Path("/move")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "moveContainers", summary = "Move containers with all that is in them")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CarriedView.class)))
    public Response move(@HeaderParam("Idempotency-Key") String key, MoveContainers command) {
        return once.answer(key, command, () -> Reply.done(carrying.move(command)));
    }
}
