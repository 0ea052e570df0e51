package org.kindtrail.fund;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;
import org.kindtrail.stock.Reverse;

/** Purchases for programs. */
@Path("/api/v1/purchases")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "funds")
public class PurchaseResource {
    private static final Set<String> FILES =
            Set.of("image/jpeg", "image/png", "application/pdf", "application/octet-stream");

    private final PurchaseService purchases;
    private final Once once;

    PurchaseResource(PurchaseService purchases, Once once) {
        this.purchases = purchases;
        this.once = once;
    }

    /** A page of purchases, named for the description of the API. */
    @Schema(name = "PurchasePage")
    public record PurchasePage(List<PurchaseRow> rows, String next) {}

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "listPurchases", summary = "Purchases, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PurchasePage.class)))
    public PurchasePage list(
            @Parameter(description = "Code of a fund that paid") @QueryParam("fund") String fund,
            @Parameter(description = "Code of a programme that they are charged to", example = "PR-0000-0000")
                    @QueryParam("programme")
                    String programme,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<PurchaseRow> page = purchases.list(fund, programme, after, Cursor.size(limit));
        return new PurchasePage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "recordPurchase",
            summary = "Record what was bought and which funds paid it; the goods come into stock")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PurchaseView.class)))
    public Response record(@HeaderParam("Idempotency-Key") String key, RecordPurchase command) {
        return once.answer(key, command, () -> {
            PurchaseView view = purchases.record(command);
            return Reply.created("/api/v1/purchases/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getPurchase", summary = "One purchase")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PurchaseView.class)))
    public PurchaseView get(@PathParam("code") String code) {
        return purchases.get(code);
    }

    @POST
    @Path("/{code}/reverse")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reversePurchase", summary = "Take a purchase back; it stays readable")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PurchaseView.class)))
    public Response reverse(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, Reverse command) {
        return once.answer(key, command, () -> Reply.done(purchases.reverse(code, command)));
    }

    @POST
    @Path("/{code}/receipts")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "addPurchaseReceipt",
            summary = "Add a photograph or a PDF of the receipt",
            description =
                    "A JPEG, PNG or PDF of at most 5 MB; what it is, is found by its content. A photograph is drawn anew as a JPEG of "
                            + "at most 2400 pixels, without anything that a camera writes beside it. The same file sent again is "
                            + "kept once.")
    @RequestBody(
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/octet-stream", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PurchaseView.class)))
    public Response attach(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("code") String code,
            @Parameter(hidden = true) @HeaderParam("Content-Type") String type,
            byte[] file) {
        String plain = type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        if (file != null && file.length > 0 && !FILES.contains(plain)) {
            throw new NotSupportedException();
        }
        purchases.get(code);
        ReceiptFile receipt = ReceiptFile.of("receipt", file);
        return once.answer(key, receipt.digest(), () -> Reply.done(purchases.attach(code, receipt)));
    }

    @GET
    @Path("/{code}/receipts/{number}")
    @Produces("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getPurchaseReceipt", summary = "A photograph or a PDF of the receipt")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response receipt(@PathParam("code") String code, @PathParam("number") int number) {
        return PurchasePages.file(code, number, purchases.receipt(code, number));
    }
}
