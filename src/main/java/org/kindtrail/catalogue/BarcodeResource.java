package org.kindtrail.catalogue;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;

/** Barcodes for programs. */
@Path("/api/v1")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "items")
public class BarcodeResource {
    private final Barcodes barcodes;
    private final Once once;

    BarcodeResource(Barcodes barcodes, Once once) {
        this.barcodes = barcodes;
        this.once = once;
    }

    /** All of an item; there are never more than fit on a page. */
    @Schema(name = "BarcodePage")
    public record BarcodePage(List<BarcodeView> rows, String next) {}

    @GET
    @Path("/barcodes/{gtin}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "findBarcode", summary = "The item that a barcode stands on")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BarcodeView.class)))
    public BarcodeView find(
            @Parameter(description = "GTIN: 8, 12, 13 or 14 digits", example = "4006381333931") @PathParam("gtin") String gtin) {
        return barcodes.get(gtin);
    }

    @GET
    @Path("/items/{code}/barcodes")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listBarcodes", summary = "The barcodes of an item")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BarcodePage.class)))
    public BarcodePage list(@Parameter(example = "practical-shoes-man") @PathParam("code") String code) {
        return new BarcodePage(barcodes.of(code), null);
    }

    @POST
    @Path("/items/{code}/barcodes")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "addBarcode",
            summary = "Say that a barcode stands on an item",
            description = "From then on it finds the item where goods are recorded. Said again, nothing changes.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BarcodeView.class)))
    public Response add(
            @HeaderParam("Idempotency-Key") String key,
            @Parameter(example = "practical-shoes-man") @PathParam("code") String code,
            AddBarcode command) {
        return once.answer(key, command, () -> Reply.done(barcodes.add(code, command)));
    }

    @DELETE
    @Path("/items/{code}/barcodes/{gtin}")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "removeBarcode", summary = "Take a barcode off an item: it finds it no more")
    @APIResponse(responseCode = "204")
    public void remove(
            @Parameter(example = "practical-shoes-man") @PathParam("code") String code,
            @Parameter(description = "GTIN: 8, 12, 13 or 14 digits", example = "4006381333931") @PathParam("gtin") String gtin) {
        barcodes.remove(code, gtin);
    }
}
