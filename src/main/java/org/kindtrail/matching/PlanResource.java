package org.kindtrail.matching;

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
import org.kindtrail.kernel.Page;

/** Plans for programs. */
@Path("/api/v1/plans")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "plans")
public class PlanResource {
    private final ProposeService proposals;
    private final PlanService plans;
    private final Once once;

    PlanResource(ProposeService proposals, PlanService plans, Once once) {
        this.proposals = proposals;
        this.plans = plans;
        this.once = once;
    }

    /** A page of plans, named for the description of the API. */
    @Schema(name = "PlanPage")
    public record PlanPage(List<PlanRow> rows, String next) {}

    /** A page of the needs of a plan, named for the description of the API. */
    @Schema(name = "PlanNeedPage")
    public record PlanNeedPage(List<PlanNeedView> rows, String next) {}

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "listPlans", summary = "Plans, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanPage.class)))
    public PlanPage list(
            @Parameter(description = "proposed, confirmed or dropped", example = "proposed") @QueryParam("state") String state,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<PlanRow> page = plans.list(Cursor.choice("state", state, PlanState.class), after, Cursor.size(limit));
        return new PlanPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "proposePlan",
            summary = "Have it proposed what of all stock is promised to which open needs: urgent first, then the smallest share first")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response propose(@HeaderParam("Idempotency-Key") String key, MakePlan command) {
        return once.answer(key, command, () -> {
            PlanView view = proposals.propose(command);
            return Reply.created("/api/v1/plans/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getPlan", summary = "One plan, added up")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanView.class)))
    public PlanView get(@Parameter(example = "MP-0000-0000") @PathParam("code") String code) {
        return plans.get(code);
    }

    @GET
    @Path("/{code}/needs")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "listPlanNeeds",
            summary = "The needs of a plan, the most urgent first: what each line gets, from where, and why no more")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanNeedPage.class)))
    public PlanNeedPage needs(
            @Parameter(example = "MP-0000-0000") @PathParam("code") String code,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<PlanNeedView> page = plans.needs(code, after, Cursor.size(limit));
        return new PlanNeedPage(page.rows(), page.next());
    }

    @POST
    @Path("/{code}/change")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "changePlan", summary = "Give less of some picks of a plan, or nothing")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response change(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, ChangePlan command) {
        return once.answer(key, command, () -> Reply.done(plans.change(code, command)));
    }

    @POST
    @Path("/{code}/confirm")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "confirmPlan",
            summary = "Promise all that a plan gives, in one act; what was taken meanwhile is never overwritten")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response confirm(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, ConfirmPlan command) {
        return once.answer(key, command, () -> Reply.done(plans.confirm(code, command)));
    }

    @POST
    @Path("/{code}/drop")
    @Consumes("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "dropPlan", summary = "Drop a plan: nothing comes of it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response drop(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(plans.drop(code)));
    }
}
