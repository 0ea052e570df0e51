package org.kindtrail.stocktake;

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
import org.kindtrail.stock.Reverse;

/** Stocktakes for programs. */
@Path("/api/v1/stocktakes")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "stocktakes")
public class StocktakeResource {
    private final StocktakeService stocktakes;
    private final CountService counts;
    private final Once once;

    StocktakeResource(StocktakeService stocktakes, CountService counts, Once once) {
        this.stocktakes = stocktakes;
        this.counts = counts;
        this.once = once;
    }

    /** A page of the list, named for the description of the API. */
    @Schema(name = "StocktakePage")
    public record StocktakePage(List<StocktakeRow> rows, String next) {}

    /** A page of counts. */
    @Schema(name = "StocktakeCountPage")
    public record StocktakeCountPage(List<CountView> rows, String next) {}

    /** The counts that were taken down. */
    @Schema(name = "StocktakeCounts", description = "The counts that were taken down, in the order in which they came")
    public record StocktakeCounts(List<CountView> counts) {}

    /** A page of lines. */
    @Schema(name = "VariancePage")
    public record VariancePage(List<VarianceView> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listStocktakes", summary = "Stocktakes, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StocktakePage.class)))
    public StocktakePage list(
            @Parameter(description = "open, counted, approved or cancelled") @QueryParam("state") String state,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<StocktakeRow> page =
                stocktakes.list(Cursor.choice("state", state, StocktakeState.class), after, Cursor.size(limit));
        return new StocktakePage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "openStocktake", summary = "Begin a stocktake of a place, of an item, or of an item at a place")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = StocktakeView.class)))
    public Response open(@HeaderParam("Idempotency-Key") String key, OpenStocktake command) {
        return once.answer(key, command, () -> {
            StocktakeView view = stocktakes.open(command);
            return Reply.created("/api/v1/stocktakes/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getStocktake", summary = "One of them; nothing in it says what is expected")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StocktakeView.class)))
    public StocktakeView get(@PathParam("code") String code) {
        return stocktakes.get(code);
    }

    @GET
    @Path("/{code}/counts")
    @OpenTo(Role.VOLUNTEER)
    @Operation(
            operationId = "listStocktakeCounts",
            summary = "What was counted, newest first: one's own counts; for whoever may see the differences, everybody's")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StocktakeCountPage.class)))
    public StocktakeCountPage counts(
            @PathParam("code") String code, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        Page<CountView> page = counts.list(code, after, Cursor.size(limit));
        return new StocktakeCountPage(page.rows(), page.next());
    }

    @POST
    @Path("/{code}/counts")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "countStock", summary = "Say what was counted: one line, or up to 500; the last count of a line counts")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = StocktakeCounts.class)))
    public Response count(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, CountStock command) {
        return once.answer(key, command, () -> {
            List<CountView> taken = counts.count(code, command);
            return Reply.created("/api/v1/stocktakes/" + stocktakes.get(code).code() + "/counts", new StocktakeCounts(taken));
        });
    }

    @POST
    @Path("/{code}/written-counts")
    @OpenTo(Role.VOLUNTEER)
    @Operation(
            operationId = "enterWrittenCounts",
            summary = "Type in a count sheet; a line that was counted last with the same number stays as it is")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WrittenCountsView.class)))
    public Response written(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, CountStock command) {
        return once.answer(key, command, () -> Reply.done(counts.countWritten(code, command)));
    }

    @POST
    @Path("/{code}/submit")
    @Consumes("*/*")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "submitStocktake", summary = "Hand in what was counted; nobody counts any more")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StocktakeView.class)))
    public Response submit(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(stocktakes.submit(code)));
    }

    @GET
    @Path("/{code}/report")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "getStocktakeReport", summary = "The differences added up; not for who counted, before the approval")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StocktakeReport.class)))
    public StocktakeReport report(@PathParam("code") String code) {
        return stocktakes.report(code);
    }

    @GET
    @Path("/{code}/variances")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "listVariances", summary = "What was counted beside what was expected, in walking order")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = VariancePage.class)))
    public VariancePage variances(
            @PathParam("code") String code,
            @Parameter(description = "all (when left out), differing, moved, disagreeing or uncounted") @QueryParam("which") String which,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Variances.Which wanted = Cursor.choice("which", which, Variances.Which.class);
        Page<VarianceView> page =
                stocktakes.variances(code, wanted == null ? Variances.Which.ALL : wanted, after, Cursor.size(limit));
        return new VariancePage(page.rows(), page.next());
    }

    @POST
    @Path("/{code}/recount")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "askRecount", summary = "Have lines counted once more, by others")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StocktakeView.class)))
    public Response recount(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, AskRecount command) {
        return once.answer(key, command, () -> Reply.done(stocktakes.recount(code, command)));
    }

    @POST
    @Path("/{code}/approve")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "approveStocktake", summary = "Post the differences; by somebody who counted nothing of it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StocktakeView.class)))
    public Response approve(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, ApproveStocktake command) {
        return once.answer(key, command, () -> Reply.done(stocktakes.approve(code, command)));
    }

    @POST
    @Path("/{code}/cancel")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "cancelStocktake", summary = "End a stocktake without posting anything")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StocktakeView.class)))
    public Response cancel(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, CancelStocktake command) {
        return once.answer(key, command, () -> Reply.done(stocktakes.cancel(code, command)));
    }

    @POST
    @Path("/{code}/reverse")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reverseStocktake", summary = "Take back what a stocktake posted, as a whole")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StocktakeView.class)))
    public Response reverse(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, Reverse command) {
        return once.answer(key, command, () -> Reply.done(stocktakes.reverse(code, command)));
    }
}
