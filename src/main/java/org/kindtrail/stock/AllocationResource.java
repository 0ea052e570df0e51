package org.kindtrail.stock;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;

/** Promises and holds for programs; they are made and ended with the needs and holds that they belong to. */
@Path("/api/v1/allocations")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "allocations")
public class AllocationResource {
    private final StockService stock;

    AllocationResource(StockService stock) {
        this.stock = stock;
    }

    /** A page of allocations, named for the description of the API. */
    @Schema(name = "AllocationPage")
    public record AllocationPage(List<AllocationView> rows, String next) {}

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "listAllocations", summary = "Promises and what is on hold, oldest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AllocationPage.class)))
    public AllocationPage list(
            @Parameter(description = "Code of a need or a hold") @QueryParam("need") String need,
            @Parameter(description = "Code of a lot") @QueryParam("lot") String lot,
            @Parameter(description = "pending, posted or voided", example = "pending") @QueryParam("state")
                    String state,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<AllocationView> page = stock.allocations(
                Asking.given(need),
                Asking.given(lot),
                Cursor.choice("state", state, Allocation.State.class),
                after,
                Cursor.size(limit));
        return new AllocationPage(page.rows(), page.next());
    }
}
