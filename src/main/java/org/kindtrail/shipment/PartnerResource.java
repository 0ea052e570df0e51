package org.kindtrail.shipment;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Unreadable;

/** Partners for programs. */
@Path("/api/v1/partners")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "shipments")
public class PartnerResource {
    private final PartnerService partners;
    private final Once once;

    PartnerResource(PartnerService partners, Once once) {
        this.partners = partners;
        this.once = once;
    }

    /** A page of partners, named for the description of the API. */
    @Schema(name = "PartnerPage")
    public record PartnerPage(List<PartnerView> rows, String next) {}

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "listPartners", summary = "Partners without an account, by name")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartnerPage.class)))
    public PartnerPage list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        Page<PartnerView> page = partners.list(after, Cursor.size(limit));
        return new PartnerPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "addPartner", summary = "Add a partner without an account")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PartnerView.class)))
    public Response add(@HeaderParam("Idempotency-Key") String key, TellPartner command) {
        return once.answer(key, command, () -> {
            PartnerView view = partners.add(command);
            return Reply.created("/api/v1/partners/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getPartner", summary = "One partner")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartnerView.class)))
    public PartnerView get(@PathParam("code") String code) {
        return partners.get(code);
    }

    /** A partner told anew, and the version that this was made on. */
    public record ChangePartner(
            @Schema(description = "The version that the change was made on") int version,
            @NotNull TellPartner partner) {}

    @PUT
    @Path("/{code}")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "changePartner", summary = "Tell a partner anew")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartnerView.class)))
    public PartnerView change(@PathParam("code") String code, ChangePartner command) {
        if (command == null || command.partner() == null) {
            throw new Unreadable("partner", "error_json_missing", Map.of());
        }
        return Invalid.under("partner", () -> partners.describe(code, command.version(), command.partner()));
    }

    @POST
    @Path("/{code}/close")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "closePartner", summary = "Nothing is sent to the partner any more")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartnerView.class)))
    public Response close(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(partners.close(code)));
    }

    @POST
    @Path("/{code}/reopen")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reopenPartner", summary = "Send to a closed partner again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartnerView.class)))
    public Response reopen(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(partners.reopen(code)));
    }
}
