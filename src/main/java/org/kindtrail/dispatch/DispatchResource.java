package org.kindtrail.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.stock.Reverse;

/** Dispatches for programs. */
@Path("/api/v1/dispatches")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "dispatches")
public class DispatchResource {
    private final DispatchService dispatches;
    private final PickedService picked;
    private final Once once;
    private final DriverSheets driverSheets;
    private final ObjectMapper json;

    DispatchResource(DispatchService dispatches, PickedService picked, Once once, DriverSheets driverSheets, ObjectMapper json) {
        this.dispatches = dispatches;
        this.picked = picked;
        this.once = once;
        this.driverSheets = driverSheets;
        this.json = json;
    }

    /** A page of dispatches, named for the description of the API. */
    @Schema(name = "DispatchPage")
    public record DispatchPage(List<DispatchRow> rows, String next) {}

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "listDispatches", summary = "Dispatches, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DispatchPage.class)))
    public DispatchPage list(
            @QueryParam("state") String state,
            @QueryParam("need") String need,
            @Parameter(description = "Code of a programme that they are charged to", example = "PR-0000-0000")
                    @QueryParam("programme")
                    String programme,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<DispatchRow> page = dispatches.list(
                Cursor.choice("state", state, Dispatch.State.class), need, programme, after, Cursor.size(limit));
        return new DispatchPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "prepareDispatch",
            summary = "Prepare a dispatch of everything that is promised to a need and not on another dispatch")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DispatchView.class)))
    public Response prepare(@HeaderParam("Idempotency-Key") String key, PrepareDispatch command) {
        return once.answer(key, command, () -> {
            DispatchView view = dispatches.prepare(command);
            return Reply.created("/api/v1/dispatches/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getDispatch", summary = "One dispatch")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DispatchView.class)))
    public DispatchView get(@PathParam("code") String code) {
        return dispatches.get(code);
    }

    @POST
    @Path("/{code}/load")
    @Consumes("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "loadDispatch", summary = "Everything is on the vehicle")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DispatchView.class)))
    public Response load(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(dispatches.load(code)));
    }

    @POST
    @Path("/{code}/lines/{line}/remove")
    @Consumes("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "removeDispatchLine",
            summary = "Take a line off before departure; its promise is taken back")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DispatchView.class)))
    public Response remove(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, @PathParam("line") String line) {
        return once.answer(key, "", () -> Reply.done(dispatches.remove(code, number(line))));
    }

    @POST
    @Path("/{code}/picked")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "recordPickedLines",
            summary = "Say what a picker wrote on the list; the same list sent again changes nothing")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PickedView.class)))
    public Response picked(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, RecordPicked command) {
        return once.answer(key, command, () -> Reply.done(picked.record(code, command)));
    }

    /** The number of a line; what is none stands on no line. */
    static int number(String line) {
        if (!line.matches("[0-9]{1,4}")) {
            throw new NotFound(line.length() > 20 ? "..." : line);
        }
        return Integer.parseInt(line);
    }

    @POST
    @Path("/{code}/depart")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "departDispatch",
            summary = "It leaves; the answer holds the key for the receiver, which is kept nowhere")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DepartedView.class)))
    public Response depart(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, DepartDispatch command) {
        return once.answer(key, command, () -> Reply.done(dispatches.depart(code, command)), this::withKey);
    }

    @POST
    @Path("/{code}/confirmation-key")
    @Consumes("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "makeConfirmationKey",
            summary = "Make a new key for the receiver; the one before opens nothing any more")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DepartedView.class)))
    public Response newKey(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(dispatches.newKey(code)), this::withKey);
    }

    /** Puts the key into the answer on its way out; what is kept of the answer does not have it. */
    private String withKey(String body) {
        try {
            ObjectNode answer = (ObjectNode) json.readTree(body);
            ObjectNode confirmation = (ObjectNode) answer.get("confirmation");
            String dispatch = answer.get("dispatch").get("code").asText();
            confirmation.put("key", dispatches.key(dispatch, confirmation.get("turn").asInt()));
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @POST
    @Path("/{code}/driver-sheet")
    @Consumes("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "printDriverSheet",
            summary = "Open what is sealed of the recipient for the driver, while the goods are loaded or on their way",
            description = "Each printing is noted as an opening. Sent again under the same Idempotency-Key it is no further one; the "
                    + "texts are in the answer for 15 minutes after the first, and null later.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DriverSheet.class)))
    public Response driverSheet(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(driverSheets.print(code).with(null)), DriverSheet.class, kept -> kept.with(driverSheets.again(kept)));
    }

    @POST
    @Path("/{code}/cancel")
    @Consumes("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "cancelDispatch", summary = "It does not leave; its promises are taken back")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DispatchView.class)))
    public Response cancel(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(dispatches.cancel(code)));
    }

    @POST
    @Path("/{code}/reverse")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reverseDispatch", summary = "It had left and came back: the goods are on their shelves again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DispatchView.class)))
    public Response reverse(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, Reverse command) {
        return once.answer(key, command, () -> Reply.done(dispatches.comeBack(code, command)));
    }
}
