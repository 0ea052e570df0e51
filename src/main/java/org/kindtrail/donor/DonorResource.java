package org.kindtrail.donor;

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

/** Donors for programs. */
@Path("/api/v1/donors")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "donors")
public class DonorResource {
    private final DonorService donors;
    private final Once once;

    DonorResource(DonorService donors, Once once) {
        this.donors = donors;
        this.once = once;
    }

    /** A page of donors, named for the description of the API. */
    @Schema(name = "DonorPage")
    public record DonorPage(List<DonorView> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listDonors", summary = "Donors, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DonorPage.class)))
    public DonorPage list(
            @Parameter(description = "Part of the name, in any case") @QueryParam("name") String name,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<DonorView> page = donors.list(name, after, Cursor.size(limit));
        return new DonorPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "addDonor", summary = "Add a donor")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DonorView.class)))
    public Response add(@HeaderParam("Idempotency-Key") String key, AddDonor command) {
        return once.answer(key, command, () -> {
            DonorView view = donors.add(command);
            return Reply.created("/api/v1/donors/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getDonor", summary = "One donor")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DonorView.class)))
    public DonorView get(@PathParam("code") String code) {
        return donors.get(code);
    }

    /** A donor told anew, and the version that this was made on. */
    public record ChangeDonor(
            @Schema(description = "The version that the change was made on") int version,
            @NotNull AddDonor donor) {}

    @PUT
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "changeDonor", summary = "Rename a donor")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DonorView.class)))
    public DonorView change(@PathParam("code") String code, ChangeDonor command) {
        if (command == null || command.donor() == null) {
            throw new Unreadable("donor", "error_json_missing", java.util.Map.of());
        }
        return Invalid.under("donor", () -> donors.rename(code, command.version(), command.donor()));
    }
}
