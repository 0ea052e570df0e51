package org.kindtrail.warehouse;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** Minimum levels for programs. */
@Path("/api/v1/minimum-levels")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "minimum-levels")
public class LevelResource {
    private final LevelService levels;
    private final Once once;

    LevelResource(LevelService levels, Once once) {
        this.levels = levels;
        this.once = once;
    }

    /** A page of levels, named for the description of the API. */
    @Schema(name = "MinimumLevelPage")
    public record LevelPage(List<LevelView> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listMinimumLevels", summary = "How much there should always be, by site and item, and how much there is")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LevelPage.class)))
    public LevelPage list(
            @Parameter(description = "Code of a site") @QueryParam("site") String site,
            @Parameter(description = "true: only those that are not reached now", example = "true") @QueryParam("low") String low,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<LevelView> page = levels.list(
                site == null || site.isBlank() ? null : site,
                Boolean.TRUE.equals(Cursor.truth("low", low)),
                after,
                Cursor.size(limit));
        return new LevelPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "setMinimumLevel", summary = "Say how much of an item there should always be at a site; without a quantity, that there is no level any more")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LevelView.class)))
    public Response set(@HeaderParam("Idempotency-Key") String key, SetMinimumLevel command) {
        return once.answer(key, command, () -> Reply.done(levels.set(command)));
    }
}
