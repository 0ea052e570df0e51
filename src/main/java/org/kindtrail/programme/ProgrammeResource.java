package org.kindtrail.programme;

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

/** Programmes for programs. */
@Path("/api/v1/programmes")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "programmes")
public class ProgrammeResource {
    private final ProgrammeService programmes;
    private final Once once;

    ProgrammeResource(ProgrammeService programmes, Once once) {
        this.programmes = programmes;
        this.once = once;
    }

    /** A page of programmes, named for the description of the API. */
    @Schema(name = "ProgrammePage")
    public record ProgrammePage(List<ProgrammeRow> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listProgrammes", summary = "Programmes, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProgrammePage.class)))
    public ProgrammePage list(
            @Parameter(description = "true: those to which things can be charged; false: the closed ones; left out, all")
                    @QueryParam("open")
                    String open,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<ProgrammeRow> page = programmes.list(Cursor.truth("open", open), after, Cursor.size(limit));
        return new ProgrammePage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "openProgramme", summary = "Open a programme")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    public Response open(@HeaderParam("Idempotency-Key") String key, OpenProgramme command) {
        return once.answer(key, command, () -> {
            ProgrammeView view = programmes.open(command);
            return Reply.created("/api/v1/programmes/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(
            operationId = "getProgramme",
            summary = "One programme",
            description = "Its budget, and what is spent of it, is told to distributors and coordinators only.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    public ProgrammeView get(@PathParam("code") String code) {
        return programmes.get(code);
    }

    /** A programme told anew, and the version that this was made on. */
    public record ChangeProgramme(
            @Schema(description = "The version that the change was made on") int version,
            @NotNull OpenProgramme programme) {}

    @PUT
    @Path("/{code}")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "changeProgramme",
            summary = "Tell a programme anew",
            description = "Budget lines with the number of one that is there stay; others are new. What is left out goes, unless a "
                    + "purchase or a pay-out names it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    public ProgrammeView change(@PathParam("code") String code, ChangeProgramme command) {
        if (command == null || command.programme() == null) {
            throw new Unreadable("programme", "error_json_missing", Map.of());
        }
        return Invalid.under(
                "programme", () -> programmes.describe(code, command.version(), command.programme()));
    }

    @POST
    @Path("/{code}/close")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "closeProgramme",
            summary = "Close a programme: nothing more is charged to it, and what is left over is freed or stays kept")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    public Response close(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, CloseProgramme command) {
        return once.answer(key, command, () -> Reply.done(programmes.close(code, command)));
    }

    @POST
    @Path("/{code}/reopen")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "reopenProgramme",
            summary = "Open a closed programme again; what is left of what was kept for it is kept again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    public Response reopen(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(programmes.reopen(code)));
    }
}
