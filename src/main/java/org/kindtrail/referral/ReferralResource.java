package org.kindtrail.referral;

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

/** Referrals for programs. */
@Path("/api/v1/referrals")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "referrals")
public class ReferralResource {
    private final ReferralService referrals;
    private final Once once;

    ReferralResource(ReferralService referrals, Once once) {
        this.referrals = referrals;
        this.once = once;
    }

    /** A page of referrals, named for the description of the API. */
    @Schema(name = "ReferralPage")
    public record ReferralPage(List<ReferralRow> rows, String next) {}

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "listReferrals", summary = "Needs passed to other organisations and by them, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReferralPage.class)))
    public ReferralPage list(
            @Parameter(description = "out: passed on by one's own organisation; in: offered to it; left out, both")
                    @QueryParam("way")
                    String way,
            @Parameter(description = "How they stand; left out, all") @QueryParam("state") String state,
            @Parameter(description = "Code of one's own need, passed on or taken on") @QueryParam("need") String need,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<ReferralRow> page = referrals.list(
                Cursor.choice("way", way, Referrals.Way.class),
                Cursor.choice("state", state, Referral.State.class),
                need,
                after,
                Cursor.size(limit));
        return new ReferralPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "offerReferral", summary = "Offer what is missing of a need to another organisation")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response offer(@HeaderParam("Idempotency-Key") String key, OfferReferral command) {
        return once.answer(key, command, () -> {
            ReferralView view = referrals.offer(command);
            return Reply.created("/api/v1/referrals/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getReferral", summary = "One referral: who answers for the need, and how much of it is met")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public ReferralView get(@PathParam("code") String code) {
        return referrals.get(code);
    }

    @POST
    @Path("/{code}/accept")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "acceptReferral",
            summary = "Take on a need that is offered",
            description = "For a recipient of one's own, or for one that is made of what was told: name it by its code, or give an alias.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response accept(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, AcceptReferral command) {
        return once.answer(key, command, () -> Reply.done(referrals.accept(code, command)));
    }

    @POST
    @Path("/{code}/decline")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "declineReferral", summary = "Do not take on a need that is offered, and say why")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response decline(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, TellReason command) {
        return once.answer(key, command, () -> Reply.done(referrals.decline(code, command)));
    }

    @POST
    @Path("/{code}/withdraw")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "withdrawReferral", summary = "Offer a need no more, before it is accepted")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response withdraw(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, TellReason command) {
        return once.answer(key, command, () -> Reply.done(referrals.withdraw(code, command)));
    }

    @POST
    @Path("/{code}/return")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "returnReferral",
            summary = "Give a need back that was taken on",
            description = "It is open again where it came from, for what is still missing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response giveBack(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, TellReason command) {
        return once.answer(key, command, () -> Reply.done(referrals.giveBack(code, command)));
    }

    @POST
    @Path("/{code}/details")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "handOverDetails",
            summary = "Hand over the sealed details of the recipient to who took the need on",
            description = "They are sealed anew for the other organisation. It is noted as an opening at both; no detail is in the answer.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response handOver(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, TellReason command) {
        return once.answer(key, command, () -> Reply.done(referrals.handOver(code, command)));
    }
}
