package org.kindtrail.catalogue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;

/** What a barcode stands on, for programs. */
@Path("/api/v1/barcodes")
@Produces("application/json")
@Tag(name = "items")
public class FindBarcodeResource {
    private final Barcodes barcodes;

    FindBarcodeResource(Barcodes barcodes) {
        this.barcodes = barcodes;
    }

    @GET
    @Path("/{gtin}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "findBarcode", summary = "The item that a barcode stands on")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BarcodeView.class)))
    public BarcodeView find(
            @Parameter(description = "GTIN: 8, 12, 13 or 14 digits", example = "4006381333931") @PathParam("gtin") String gtin) {
        return barcodes.get(gtin);
    }
}
