package org.kindtrail.stock;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** Lots for programs. */
@Path("/api/v1/lots")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "lots")
public class LotResource {
    private final StockService stock;

    LotResource(StockService stock) {
        this.stock = stock;
    }

    /** A page of lots, named for the description of the API. */
    @Schema(name = "LotPage")
    public record LotPage(List<LotView> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listLots", summary = "Lots, the oldest first, also those of which nothing is left")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LotPage.class)))
    public LotPage list(
            @Parameter(description = "Code of an item", example = "jumpers-man") @QueryParam("item") String item,
            @Parameter(description = "Code of a place where something of it lies now; a site's shelves are meant with it")
                    @QueryParam("place")
                    String place,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<LotView> page = stock.lots(Asking.given(item), Asking.given(place), after, Cursor.size(limit));
        return new LotPage(page.rows(), page.next());
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getLot", summary = "One lot, and where it is now")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LotView.class)))
    public LotView get(@PathParam("code") String code) {
        return stock.lot(code);
    }
}
