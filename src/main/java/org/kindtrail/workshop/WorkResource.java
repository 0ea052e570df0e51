package org.kindtrail.workshop;

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
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;
import org.kindtrail.stock.Reverse;

/** Works for programs: each kind of work has a door of its own, all are read and reversed alike. */
@Path("/api/v1/works")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "works")
public class WorkResource {
    private final WorkService works;
    private final Assembly assembly;
    private final Opening opening;
    private final Steps steps;
    private final Grading grading;
    private final Once once;

    WorkResource(WorkService works, Assembly assembly, Opening opening, Steps steps, Grading grading, Once once) {
        this.works = works;
        this.assembly = assembly;
        this.opening = opening;
        this.steps = steps;
        this.grading = grading;
        this.once = once;
    }

    /** A page of works, named for the description of the API. */
    @Schema(name = "WorkPage")
    public record WorksPage(List<WorkRow> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listWorks", summary = "Works, newest first: of one kind, or of one drive")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WorksPage.class)))
    public WorksPage list(
            @QueryParam("kind") String kind,
            @QueryParam("drive") String drive,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<WorkRow> page =
                works.list(Cursor.choice("kind", kind, WorkKind.class), drive, after, Cursor.size(limit));
        return new WorksPage(page.rows(), page.next());
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getWork", summary = "One work: what went in, and what came out")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WorkView.class)))
    public WorkView get(@PathParam("code") String code) {
        return works.get(code);
    }

    @POST
    @Path("/packings")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "packKits", summary = "Pack kits out of what is free at a site, the oldest first")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WorkView.class)))
    public Response pack(@HeaderParam("Idempotency-Key") String key, PackKits command) {
        return made(key, command, () -> assembly.pack(command));
    }

    @POST
    @Path("/openings")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "openKits", summary = "Take kits apart that were packed here: what went in comes out again")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WorkView.class)))
    public Response open(@HeaderParam("Idempotency-Key") String key, OpenKits command) {
        return made(key, command, () -> opening.open(command));
    }

    @POST
    @Path("/steps")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "recordStep", summary = "Record a step of a workshop: what was used up, and what came of it")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WorkView.class)))
    public Response step(@HeaderParam("Idempotency-Key") String key, RecordStep command) {
        return made(key, command, () -> steps.record(command));
    }

    @POST
    @Path("/gradings")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "gradeLot", summary = "Grade a lot, or part of it, anew, or split it")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WorkView.class)))
    public Response grade(@HeaderParam("Idempotency-Key") String key, GradeLot command) {
        return made(key, command, () -> grading.grade(command));
    }

    private Response made(String key, Object command, Supplier<WorkView> act) {
        return once.answer(key, command, () -> {
            WorkView view = act.get();
            return Reply.created("/api/v1/works/" + view.code(), view);
        });
    }

    @POST
    @Path("/{code}/reverse")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reverseWork", summary = "Take a work back, all of it; refused when what came out has moved on")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WorkView.class)))
    public Response reverse(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, Reverse command) {
        return once.answer(key, command, () -> Reply.done(works.reverse(code, command)));
    }
}
