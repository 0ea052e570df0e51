package org.kindtrail.drive;

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
import java.util.Map;
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
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Unreadable;

/** Drives for programs. */
@Path("/api/v1/drives")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "drives")
public class DriveResource {
    private final DriveService drives;
    private final Once once;

    DriveResource(DriveService drives, Once once) {
        this.drives = drives;
        this.once = once;
    }

    /** A page of drives, named for the description of the API. */
    @Schema(name = "DrivePage")
    public record DrivePage(java.util.List<DriveView> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listDrives", summary = "Drives, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DrivePage.class)))
    public DrivePage list(
            @QueryParam("open") String open, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        Page<DriveView> page = drives.list(Cursor.truth("open", open), after, Cursor.size(limit));
        return new DrivePage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "openDrive", summary = "Open a drive")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DriveView.class)))
    public Response open(@HeaderParam("Idempotency-Key") String key, OpenDrive command) {
        return once.answer(key, command, () -> {
            DriveView view = drives.open(command);
            return Reply.created("/api/v1/drives/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getDrive", summary = "One drive")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DriveView.class)))
    public DriveView get(@PathParam("code") String code) {
        return drives.get(code);
    }

    /** A drive told anew, and the version that this was made on. */
    public record ChangeDrive(
            @Schema(description = "The version that the change was made on") int version,
            @NotNull OpenDrive drive) {}

    @PUT
    @Path("/{code}")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "changeDrive", summary = "Tell a drive anew")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DriveView.class)))
    public DriveView change(@PathParam("code") String code, ChangeDrive command) {
        if (command == null || command.drive() == null) {
            throw new Unreadable("drive", "error_json_missing", Map.of());
        }
        return Invalid.under("drive", () -> drives.describe(code, command.version(), command.drive()));
    }

    @POST
    @Path("/{code}/close")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "closeDrive", summary = "Close a drive: it takes no more donations")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DriveView.class)))
    public Response close(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(drives.close(code)));
    }

    @POST
    @Path("/{code}/reopen")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reopenDrive", summary = "Open a closed drive again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DriveView.class)))
    public Response reopen(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(drives.reopen(code)));
    }
}
