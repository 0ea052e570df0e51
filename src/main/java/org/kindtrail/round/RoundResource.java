package org.kindtrail.round;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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

/** Delivery rounds for programs. */
@Path("/api/v1/rounds")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "rounds")
public class RoundResource {
    private final RoundService rounds;
    private final Once once;

    RoundResource(RoundService rounds, Once once) {
        this.rounds = rounds;
        this.once = once;
    }

    /** A page of rounds, named for the description of the API. */
    @Schema(name = "RoundPage")
    public record RoundPage(List<RoundRow> rows, String next) {}

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "listRounds", summary = "Delivery rounds by day, the latest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoundPage.class)))
    public RoundPage list(
            @Parameter(description = "How they stand; left out, all") @QueryParam("state") String state,
            @Parameter(description = "Those of one day; left out, of every day") @QueryParam("day") String day,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<RoundRow> page = rounds.list(
                Cursor.choice("state", state, DeliveryRound.State.class), Days.read("day", day), after, Cursor.size(limit));
        return new RoundPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "planRound", summary = "Plan a delivery round of dispatches that are being picked or loaded")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RoundView.class)))
    public Response plan(@HeaderParam("Idempotency-Key") String key, PlanRound command) {
        return once.answer(key, command, () -> {
            RoundView view = rounds.plan(command);
            return Reply.created("/api/v1/rounds/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getRound", summary = "One delivery round")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoundView.class)))
    public RoundView get(@PathParam("code") String code) {
        return rounds.get(code);
    }

    /** A round told anew, and the version that this was made on. */
    public record ChangeRound(
            @Schema(description = "The version that the change was made on") int version,
            @NotNull PlanRound round) {}

    @PUT
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "changeRound",
            summary = "Tell a planned round anew: day, vehicle, driver, and which dispatches in which order")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoundView.class)))
    public RoundView change(@PathParam("code") String code, ChangeRound command) {
        if (command == null || command.round() == null) {
            throw new Unreadable("round", "error_json_missing", Map.of());
        }
        return Invalid.under("round", () -> rounds.change(code, command.version(), command.round()));
    }

    @GET
    @Path("/{code}/loading")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "getLoadingList",
            summary = "What a round takes from where in walking order, and how it is loaded: the last stop first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LoadingView.class)))
    public LoadingView loading(@PathParam("code") String code) {
        return rounds.loading(code);
    }

    @POST
    @Path("/{code}/depart")
    @Consumes("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "departRound",
            summary = "It leaves: all of its dispatches depart, or none; those cancelled meanwhile are named")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DepartedRoundView.class)))
    public Response depart(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(rounds.depart(code)));
    }

    @POST
    @Path("/{code}/cancel")
    @Consumes("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "cancelRound", summary = "It does not leave; its dispatches wait again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoundView.class)))
    public Response cancel(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(rounds.cancel(code)));
    }
}
