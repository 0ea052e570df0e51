package org.kindtrail.need;

import jakarta.ws.rs.Consumes;
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
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;

/** Promising stock to needs, for programs. */
@Path("/api/v1/allocations")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "allocations")
public class AllocationResource {
    private final AllocationService allocations;
    private final Once once;

    AllocationResource(AllocationService allocations, Once once) {
        this.allocations = allocations;
        this.once = once;
    }

    /** The promises that were made. */
    @Schema(name = "AllocatedStock", description = "The promises that were made")
    public record Allocated(List<NeedAllocationView> allocations) {}

    @POST
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "allocateStock", summary = "Promise stock to a need, all or none")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Allocated.class)))
    public Response allocate(@HeaderParam("Idempotency-Key") String key, AllocateStock command) {
        return once.answer(key, command, () -> new Reply(201, null, new Allocated(allocations.allocate(command))));
    }

    @POST
    @Path("/{code}/release")
    @Consumes("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "releaseAllocation", summary = "Take a promise back; the goods are free again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NeedAllocationView.class)))
    public Response release(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(allocations.release(code)));
    }
}
