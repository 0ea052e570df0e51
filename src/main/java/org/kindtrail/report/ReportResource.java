package org.kindtrail.report;

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
import org.kindtrail.web.MayLag;

/** Reports for programs. */
@Path("/api/v1/reports")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "reports")
public class ReportResource {
    private final ReportService reports;
    private final ReportFiles files;
    private final Once once;

    ReportResource(ReportService reports, ReportFiles files, Once once) {
        this.reports = reports;
        this.files = files;
        this.once = once;
    }

    /** A page of reports, named for the description of the API. */
    @Schema(name = "ReportPage", description = "A page of issued reports")
    public record ReportPage(
            @Schema(description = "The reports, newest first") List<ReportRow> rows,
            @Schema(nullable = true, description = "What to ask for as `after` to get the next page; null at the end") String next) {}

    @GET
    @OpenTo(Role.COORDINATOR)
    @MayLag
    @Operation(operationId = "listReports", summary = "Issued reports, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReportPage.class)))
    public ReportPage list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        Page<ReportRow> page = reports.list(after, Cursor.size(limit));
        return new ReportPage(page.rows(), page.next());
    }

    @GET
    @Path("/preview")
    @OpenTo(Role.COORDINATOR)
    @MayLag
    @Operation(operationId = "previewReport", summary = "The figures of a report as they are now; nothing is kept")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReportData.class)))
    @APIResponse(responseCode = "422", description = "A parameter holds what cannot be taken; `errors` names each. Type: `/problems/validation`.")
    public ReportData preview(
            @Parameter(description = "First day", example = "2026-05-01") @QueryParam("from") String from,
            @Parameter(description = "Last day, not before the first; at most ten years later", example = "2026-05-31") @QueryParam("to") String to,
            @Parameter(description = "Code of a programme; absent: all") @QueryParam("programme") String programme,
            @Parameter(description = "Code of a drive; absent: all") @QueryParam("drive") String drive,
            @Parameter(description = "Country and name of a region, with a colon between, as KZ:Almaty region; absent: all") @QueryParam("region")
                    String region,
            @Parameter(description = "Code of a category of items, as shoes; absent: all") @QueryParam("category") String category) {
        return reports.preview(new AskReport(Cursor.day("from", from), Cursor.day("to", to), programme, drive, region, category));
    }

    @POST
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "issueReport", summary = "Issue a report: its figures are taken now and stay as they are")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ReportView.class)))
    public Response issue(@HeaderParam("Idempotency-Key") String key, IssueReport command) {
        return once.answer(key, command, () -> {
            ReportView view = reports.issue(command);
            return Reply.created("/api/v1/reports/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.COORDINATOR)
    @MayLag
    @Operation(operationId = "getReport", summary = "One issued report, as it was issued")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReportView.class)))
    public ReportView get(@PathParam("code") String code) {
        return reports.get(code);
    }

    @GET
    @Path("/{code}/hxl")
    @Produces("*/*")
    @OpenTo(Role.COORDINATOR)
    @MayLag
    @Operation(operationId = "getReportAsHxl", summary = "One issued report as a table with hashtags of HXL 1.1")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public Response hxl(@PathParam("code") String code) {
        return files.csv(code, true);
    }
}
