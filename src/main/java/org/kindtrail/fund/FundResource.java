package org.kindtrail.fund;

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
import org.kindtrail.intake.DonationView;
import org.kindtrail.intake.TrackedAnswers;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Unreadable;

/** Funds for programs. */
@Path("/api/v1/funds")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "funds")
public class FundResource {
    private final FundService funds;
    private final GiftService gifts;
    private final StatementService statements;
    private final TrackedAnswers tracked;
    private final Once once;

    FundResource(
            FundService funds, GiftService gifts, StatementService statements, TrackedAnswers tracked, Once once) {
        this.funds = funds;
        this.gifts = gifts;
        this.statements = statements;
        this.tracked = tracked;
        this.once = once;
    }

    /** A page of funds, named for the description of the API. */
    @Schema(name = "FundPage")
    public record FundPage(List<FundView> rows, String next) {}

    /** A page of gifts of money, named for the description of the API. */
    @Schema(name = "GiftPage")
    public record GiftPage(List<GiftRow> rows, String next) {}

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "listFunds", summary = "Funds and what they hold, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FundPage.class)))
    public FundPage list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        Page<FundView> page = funds.list(after, Cursor.size(limit));
        return new FundPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "openFund", summary = "Open a fund")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = FundView.class)))
    public Response open(@HeaderParam("Idempotency-Key") String key, OpenFund command) {
        return once.answer(key, command, () -> {
            FundView view = funds.open(command);
            return Reply.created("/api/v1/funds/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getFund", summary = "One fund and what it holds")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FundView.class)))
    public FundView get(@PathParam("code") String code) {
        return funds.get(code);
    }

    /** A fund told anew, and the version that this was made on. */
    public record ChangeFund(
            @Schema(description = "The version that the change was made on") int version,
            @NotNull OpenFund fund) {}

    @PUT
    @Path("/{code}")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "changeFund", summary = "Tell a fund anew")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FundView.class)))
    public FundView change(@PathParam("code") String code, ChangeFund command) {
        if (command == null || command.fund() == null) {
            throw new Unreadable("fund", "error_json_missing", Map.of());
        }
        return Invalid.under("fund", () -> funds.describe(code, command.version(), command.fund()));
    }

    @POST
    @Path("/{code}/close")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "closeFund", summary = "Close a fund that holds nothing")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FundView.class)))
    public Response close(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(funds.close(code)));
    }

    @POST
    @Path("/{code}/reopen")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reopenFund", summary = "Open a closed fund again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FundView.class)))
    public Response reopen(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(funds.reopen(code)));
    }

    @GET
    @Path("/{code}/account")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getFundAccount", summary = "What earned a fund its money, and what it paid")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FundAccountView.class)))
    public FundAccountView account(@PathParam("code") String code) {
        return funds.account(code);
    }

    @GET
    @Path("/{code}/statement")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "getFundStatement",
            summary = "What a fund held, took in and gave out in a period, line by line",
            description = "The days are those of the organisation's time zone. A line that takes a document back stands on the "
                    + "day when it was taken back.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StatementView.class)))
    public StatementView statement(
            @PathParam("code") String code,
            @Parameter(description = "First day, as 2026-11-01; left out: the first of this month") @QueryParam("from")
                    String from,
            @Parameter(description = "Last day, as 2026-11-30; left out: today") @QueryParam("to") String to,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        return statements.of(code, from, to, after, Cursor.size(limit));
    }

    @GET
    @Path("/{code}/gifts")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "listFundGifts", summary = "Gifts of money to a fund, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GiftPage.class)))
    public GiftPage gifts(
            @PathParam("code") String code, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        Page<GiftRow> page = gifts.list(code, after, Cursor.size(limit));
        return new GiftPage(page.rows(), page.next());
    }

    @POST
    @Path("/{code}/gifts")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "giveMoney",
            summary = "Record a gift of money to a fund: a donation; the answer holds the donor's tracking code")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DonationView.class)))
    public Response give(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, RecordGift command) {
        return once.answer(
                key,
                command,
                () -> {
                    DonationView view = gifts.record(code, command);
                    return Reply.created("/api/v1/donations/" + view.code(), view);
                },
                tracked::first);
    }
}
