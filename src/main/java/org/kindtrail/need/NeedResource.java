package org.kindtrail.need;

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

/** Needs for programs. */
@Path("/api/v1/needs")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "needs")
public class NeedResource {
    private final NeedService needs;
    private final NeedChangeService changes;
    private final ProposalService proposals;
    private final AllocationService allocations;
    private final Once once;

    NeedResource(
            NeedService needs,
            NeedChangeService changes,
            ProposalService proposals,
            AllocationService allocations,
            Once once) {
        this.needs = needs;
        this.changes = changes;
        this.proposals = proposals;
        this.allocations = allocations;
        this.once = once;
    }

    /** A page of needs, named for the description of the API. */
    @Schema(name = "NeedPage")
    public record NeedPage(List<NeedRow> rows, String next) {}

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "listNeeds",
            summary = "Needs: with state=open the most urgent at the head, then the one wanted soonest; else newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NeedPage.class)))
    public NeedPage list(
            @Parameter(description = "open, closed, withdrawn, expired or referred; left out: all", example = "open")
                    @QueryParam("state") String state,
            @Parameter(description = "Code of a recipient; left out: of all")
                    @QueryParam("recipient") String recipient,
            @Parameter(description = "critical, urgent or normal; left out: however urgent", example = "urgent")
                    @QueryParam("urgency") String urgency,
            @Parameter(description = "Code of the programme that they are charged to; left out: any or none")
                    @QueryParam("programme") String programme,
            @Parameter(description = "true: only open ones whose last day is over within a week")
                    @QueryParam("ending") String ending,
            @Parameter(description = "true: only those that lose a promise until the end of tomorrow")
                    @QueryParam("losing") String losing,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        NeedService.Which which = new NeedService.Which(
                Cursor.choice("state", state, Need.State.class),
                false,
                recipient,
                Cursor.choice("urgency", urgency, Urgency.class),
                programme,
                Boolean.TRUE.equals(Cursor.truth("ending", ending)),
                Boolean.TRUE.equals(Cursor.truth("losing", losing)));
        Page<NeedRow> page = needs.list(which, after, Cursor.size(limit));
        return new NeedPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "postNeed", summary = "Post what a recipient asks for")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response post(@HeaderParam("Idempotency-Key") String key, PostNeed command) {
        return once.answer(key, command, () -> {
            NeedView view = needs.post(command);
            return Reply.created("/api/v1/needs/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getNeed", summary = "One need, and how much of it is met")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NeedView.class)))
    public NeedView get(@PathParam("code") String code) {
        return needs.get(code);
    }

    @PUT
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "changeNeed",
            summary = "Tell an open need anew",
            description = "Lines can be added and ask for more or less, never for less than is promised, on the way and arrived."
                    + " What else will do is changed only while nothing of the line is.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NeedView.class)))
    public NeedView change(@PathParam("code") String code, ChangeNeed command) {
        return changes.change(code, command);
    }

    /** Nothing is kept of it, not even the answer: it tells of a household. */
    @POST
    @Path("/proposal")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "proposeNeed",
            summary = "What people need by standards, as lines that a need can be posted with; keeps nothing")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public ProposalView propose(ProposeNeed command) {
        return proposals.propose(command);
    }

    @POST
    @Path("/{code}/still-needed")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "keepNeedOpen", summary = "Say that a need is still asked for: it gets a new last day, or none")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response stillNeeded(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, StillNeeded command) {
        return once.answer(key, command, () -> Reply.done(changes.stillNeeded(code, command)));
    }

    @POST
    @Path("/{code}/keep")
    @Consumes("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "keepPromises",
            summary = "Keep what is promised to a need, and lies on no dispatch, as long as if it were promised today")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response keep(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(changes.keepLonger(code)));
    }

    /** What fits, line by line. */
    @Schema(name = "NeedCandidates")
    public record CandidatesOfLines(List<CandidatesView> lines) {}

    @GET
    @Path("/{code}/candidates")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "listNeedCandidates",
            summary = "What in stock fits the lines that miss something, oldest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CandidatesOfLines.class)))
    public CandidatesOfLines candidates(@PathParam("code") String code) {
        return new CandidatesOfLines(allocations.candidates(code));
    }

    @POST
    @Path("/{code}/close")
    @Consumes("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "closeNeed", summary = "Close a need: enough of it is met")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response close(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(needs.close(code)));
    }

    @POST
    @Path("/{code}/withdraw")
    @Consumes("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "withdrawNeed", summary = "Withdraw a need: the recipient asks for it no more")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response withdraw(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(needs.withdraw(code)));
    }

    @POST
    @Path("/{code}/reopen")
    @Consumes("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "reopenNeed", summary = "Open an ended need again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response reopen(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(needs.reopen(code)));
    }
}
