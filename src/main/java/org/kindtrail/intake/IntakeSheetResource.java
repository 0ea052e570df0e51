package org.kindtrail.intake;

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

/** Intake sheets, and what was written on them, for programs. */
@Path("/api/v1")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "donations")
public class IntakeSheetResource {
    private final IntakeSheetService sheets;
    private final WrittenBagService written;
    private final Once once;

    IntakeSheetResource(IntakeSheetService sheets, WrittenBagService written, Once once) {
        this.sheets = sheets;
        this.written = written;
        this.once = once;
    }

    /** A page of sheets, named for the description of the API. */
    @Schema(name = "IntakeSheetPage")
    public record IntakeSheetsPage(List<IntakeSheetRow> rows, String next) {}

    @GET
    @Path("/intake-sheets")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listIntakeSheets", summary = "Intake sheets, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IntakeSheetsPage.class)))
    public IntakeSheetsPage list(
            @Parameter(description = "Code of a drive") @QueryParam("drive") String drive,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<IntakeSheetRow> page = sheets.list(drive, after, Cursor.size(limit));
        return new IntakeSheetsPage(page.rows(), page.next());
    }

    @POST
    @Path("/intake-sheets")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "printIntakeSheet", summary = "Make an intake sheet with a code in each line")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = IntakeSheetView.class)))
    public Response print(@HeaderParam("Idempotency-Key") String key, PrintIntakeSheet command) {
        return once.answer(key, command, () -> {
            IntakeSheetView view = sheets.print(command);
            return Reply.created("/api/v1/intake-sheets/" + view.code(), view);
        });
    }

    @GET
    @Path("/intake-sheets/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getIntakeSheet", summary = "One intake sheet, and what of it is recorded")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IntakeSheetView.class)))
    public IntakeSheetView get(@PathParam("code") String code) {
        return sheets.get(code);
    }

    @POST
    @Path("/written-bags")
    @OpenTo(Role.VOLUNTEER)
    @Operation(
            operationId = "enterWrittenBags",
            summary = "Record what was written down by hand; what is recorded under a code already stays as it is")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WrittenBagsView.class)))
    public Response enter(@HeaderParam("Idempotency-Key") String key, EnterWrittenBags command) {
        return once.answer(key, command, () -> Reply.done(written.enter(command)));
    }
}
