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

/** What is on hand, for programs. */
@Path("/api/v1/balances")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "balances")
public class BalanceResource {
    private final StockService stock;

    BalanceResource(StockService stock) {
        this.stock = stock;
    }

    /** A page of balances, named for the description of the API. */
    @Schema(name = "BalancePage")
    public record BalancePage(List<BalanceView> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listBalances", summary = "What lies where, the oldest lots first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BalancePage.class)))
    public BalancePage list(
            @Parameter(description = "Code of a place; a site's shelves are meant with it") @QueryParam("place")
                    String place,
            @Parameter(description = "Code of an item", example = "jumpers-man") @QueryParam("item") String item,
            @Parameter(description = "Code of a category", example = "tops") @QueryParam("category") String category,
            @Parameter(description = "true: only what is in the house and not wholly promised") @QueryParam("available")
                    String available,
            @Parameter(description = "Code of a programme: only what is kept for it", example = "PR-0000-0000")
                    @QueryParam("programme")
                    String programme,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        boolean free = Boolean.TRUE.equals(Cursor.truth("available", available));
        Page<BalanceView> page = stock.balances(
                new StockService.Wanted(
                        Asking.given(place),
                        Asking.given(item),
                        Asking.given(category),
                        null,
                        null,
                        false,
                        free,
                        Asking.given(programme)),
                after,
                Cursor.size(limit));
        return new BalancePage(page.rows(), page.next());
    }
}
