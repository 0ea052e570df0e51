package org.kindtrail.stocktake;

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
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;
import org.kindtrail.stock.Reverse;

/** Write-offs for programs. */
@Path("/api/v1/write-offs")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "write-offs")
public class WriteOffResource {
    private final WriteOffService writeOffs;
    private final Limits limits;
    private final Once once;

    WriteOffResource(WriteOffService writeOffs, Limits limits, Once once) {
        this.writeOffs = writeOffs;
        this.limits = limits;
        this.once = once;
    }

    /** A page of the list, named for the description of the API. */
    @Schema(name = "WriteOffPage")
    public record WriteOffPage(List<WriteOffRow> rows, String next) {}

    /** A page of lines. */
    @Schema(name = "WriteOffLinePage")
    public record WriteOffLinePage(List<WriteOffView.WrittenOff> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listWriteOffs", summary = "Write-offs, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WriteOffPage.class)))
    public WriteOffPage list(
            @Parameter(description = "proposed, posted or declined") @QueryParam("state") String state,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<WriteOffRow> page = writeOffs.list(Cursor.choice("state", state, WriteOffState.class), after, Cursor.size(limit));
        return new WriteOffPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.VOLUNTEER)
    @Operation(
            operationId = "writeOff",
            summary = "Write goods off; above the organisation's limit they are set apart until a second person agrees")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WriteOffView.class)))
    public Response writeOff(@HeaderParam("Idempotency-Key") String key, WriteOffGoods command) {
        return once.answer(key, command, () -> {
            WriteOffView view = writeOffs.writeOff(command);
            return Reply.created("/api/v1/write-offs/" + view.code(), view);
        });
    }

    @GET
    @Path("/limits")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getWriteOffLimits", summary = "Above which worth a second person looks at a write-off")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LimitsView.class)))
    public LimitsView limits() {
        return limits.get();
    }

    @PUT
    @Path("/limits")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "setWriteOffLimits", summary = "Set them all; none: one person is enough for any write-off")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LimitsView.class)))
    public LimitsView set(SetLimits command) {
        return limits.set(command);
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getWriteOff", summary = "One of them")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WriteOffView.class)))
    public WriteOffView get(@PathParam("code") String code) {
        return writeOffs.get(code);
    }

    @GET
    @Path("/{code}/lines")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listWriteOffLines", summary = "All lines of a write-off")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WriteOffLinePage.class)))
    public WriteOffLinePage lines(
            @PathParam("code") String code, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        Page<WriteOffView.WrittenOff> page = writeOffs.lines(code, after, Cursor.size(limit));
        return new WriteOffLinePage(page.rows(), page.next());
    }

    @POST
    @Path("/{code}/approve")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "approveWriteOff", summary = "Agree to a proposed write-off of somebody else: the goods go")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WriteOffView.class)))
    public Response approve(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, DecideWriteOff command) {
        return once.answer(key, command, () -> Reply.done(writeOffs.approve(code, command)));
    }

    @POST
    @Path("/{code}/decline")
    @OpenTo(Role.VOLUNTEER)
    @Operation(
            operationId = "declineWriteOff",
            summary = "Decline a proposed write-off, as a coordinator; or take back one's own proposal: the goods are free again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WriteOffView.class)))
    public Response decline(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, DecideWriteOff command) {
        return once.answer(key, command, () -> Reply.done(writeOffs.decline(code, command)));
    }

    @POST
    @Path("/{code}/reverse")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reverseWriteOff", summary = "Take a write-off back, as a whole: the goods lie where they lay")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WriteOffView.class)))
    public Response reverse(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, Reverse command) {
        return once.answer(key, command, () -> Reply.done(writeOffs.reverse(code, command)));
    }
}
