package org.kindtrail.place;

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
import org.kindtrail.kernel.Page;

/** Sites and shelves for programs. */
@Path("/api/v1/places")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "places")
public class PlaceResource {
    private final PlaceService places;
    private final Once once;

    PlaceResource(PlaceService places, Once once) {
        this.places = places;
        this.once = once;
    }

    /** A page of places, named for the description of the API. */
    @Schema(name = "PlacePage")
    public record PlacePage(List<PlaceView> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listPlaces", summary = "Sites by name, each followed by its shelves in walking order")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlacePage.class)))
    public PlacePage list(
            @Parameter(description = "true: those that take goods; false: the closed ones") @QueryParam("open")
                    String open,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<PlaceView> page = places.list(Cursor.truth("open", open), after, Cursor.size(limit));
        return new PlacePage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "addPlace", summary = "Add a site, or a shelf at a site")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PlaceView.class)))
    public Response add(@HeaderParam("Idempotency-Key") String key, AddPlace command) {
        return once.answer(key, command, () -> {
            PlaceView view = places.add(command);
            return Reply.created("/api/v1/places/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getPlace", summary = "One site or shelf")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlaceView.class)))
    public PlaceView get(@PathParam("code") String code) {
        return places.get(code);
    }

    @PUT
    @Path("/{code}")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "changePlace", summary = "Tell a site's or shelf's name and walking order anew")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlaceView.class)))
    public PlaceView change(@PathParam("code") String code, ChangePlace command) {
        return places.describe(code, command);
    }

    @POST
    @Path("/{code}/close")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "closePlace", summary = "Close an empty site or shelf: nothing can be put there")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlaceView.class)))
    public Response close(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(places.close(code)));
    }

    @POST
    @Path("/{code}/reopen")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reopenPlace", summary = "Open a closed site or shelf again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlaceView.class)))
    public Response reopen(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(places.reopen(code)));
    }
}
