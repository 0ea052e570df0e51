package org.kindtrail.workshop;

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

/** Kits for programs. */
@Path("/api/v1/kits")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "kits")
public class KitResource {
    private final KitService kits;
    private final Once once;

    KitResource(KitService kits, Once once) {
        this.kits = kits;
        this.once = once;
    }

    /** A page of kits, named for the description of the API. */
    @Schema(name = "KitPage")
    public record KitsPage(List<KitRow> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listKits", summary = "Kits, newest first; those that can be packed unless active=false")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = KitsPage.class)))
    public KitsPage list(
            @QueryParam("active") String active, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        Page<KitRow> page =
                kits.list(Boolean.FALSE.equals(Cursor.truth("active", active)), after, Cursor.size(limit));
        return new KitsPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "defineKit", summary = "Define a kit: what it is packed of")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = KitView.class)))
    public Response define(@HeaderParam("Idempotency-Key") String key, DescribeKit command) {
        return once.answer(key, command, () -> {
            KitView view = kits.define(command);
            return Reply.created("/api/v1/kits/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getKit", summary = "One kit")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = KitView.class)))
    public KitView get(@PathParam("code") String code) {
        return kits.get(code);
    }

    /** A kit told anew, and the version that this was made on. */
    public record ChangeKit(
            @Schema(description = "The version that the change was made on") int version,
            @NotNull DescribeKit kit) {}

    @PUT
    @Path("/{code}")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "changeKit", summary = "Tell a kit's recipe anew; what was packed stays what it was")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = KitView.class)))
    public KitView change(@PathParam("code") String code, ChangeKit command) {
        if (command == null || command.kit() == null) {
            throw new Unreadable("kit", "error_json_missing", Map.of());
        }
        return Invalid.under("kit", () -> kits.change(code, command.version(), command.kit()));
    }

    @POST
    @Path("/{code}/retire")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "retireKit", summary = "Retire a kit: it is packed no more, and can still be opened")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = KitView.class)))
    public Response retire(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(kits.retire(code)));
    }

    @GET
    @Path("/{code}/possible")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "possibleKits", summary = "How many could be packed now of what is free, in the house and at each site")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PossibleView.class)))
    public PossibleView possible(@PathParam("code") String code) {
        return kits.possible(code);
    }
}
