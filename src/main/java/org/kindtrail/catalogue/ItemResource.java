package org.kindtrail.catalogue;

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

/** The catalogue for programs. */
@Path("/api/v1/items")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "items")
public class ItemResource {
    private final ItemService items;
    private final Once once;

    ItemResource(ItemService items, Once once) {
        this.items = items;
        this.once = once;
    }

    /** A page of items, named for the description of the API. */
    @Schema(name = "ItemPage")
    public record ItemPage(List<ItemView> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listItems", summary = "The catalogue, by category and name")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ItemPage.class)))
    public ItemPage list(
            @Parameter(description = "Code of a category", example = "shoes") @QueryParam("category") String category,
            @Parameter(description = "Part of the name, in any case", example = "shoe") @QueryParam("search")
                    String search,
            @Parameter(description = "true: the organisation's own; false: the standard ones") @QueryParam("own")
                    String own,
            @Parameter(description = "true: those that can be recorded; false: the retired ones")
                    @QueryParam("active")
                    String active,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<ItemView> page = items.list(
                new ItemService.Wanted(
                        category == null || category.isEmpty() ? null : category,
                        search,
                        Cursor.truth("own", own),
                        Cursor.truth("active", active)),
                after,
                Cursor.size(limit));
        return new ItemPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "addItem", summary = "Add an item of the organisation's own")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Response add(@HeaderParam("Idempotency-Key") String key, AddItem command) {
        return once.answer(key, command, () -> {
            ItemView view = items.add(command);
            return Reply.created("/api/v1/items/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getItem", summary = "One item")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ItemView.class)))
    public ItemView get(@Parameter(example = "practical-shoes-man") @PathParam("code") String code) {
        return items.get(code);
    }

    @POST
    @Path("/{code}/values")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "valueItem", summary = "Say what one of an item is worth in a condition, from now on; what stands on lots stays")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Response value(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, SetValue command) {
        return once.answer(key, command, () -> Reply.done(items.value(code, command)));
    }

    @POST
    @Path("/{code}/expiry")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "setItemExpiry", summary = "Say whether lots of an item of the organisation's own may bear a last day of use, from now on")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Response expires(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, SetExpiry command) {
        return once.answer(key, command, () -> Reply.done(items.expires(code, command)));
    }

    @POST
    @Path("/{code}/retire")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "retireItem", summary = "Retire an item of the organisation's own: it can be recorded no more")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Response retire(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(items.retire(code)));
    }
}
