package org.kindtrail.portal;

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
import org.kindtrail.dispatch.ConfirmArrival;
import org.kindtrail.dispatch.SayThanks;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;
import org.kindtrail.need.Need;

/** The portal for the programs of a recipient's own people; their tokens open nothing else. */
@Path("/api/v1/portal")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "portal")
public class PortalResource {
    private final PortalService portal;
    private final Once once;

    PortalResource(PortalService portal, Once once) {
        this.portal = portal;
        this.once = once;
    }

    /** A page of needs, named for the description of the API. */
    @Schema(name = "OwnNeedPage")
    public record OwnNeedPage(List<OwnNeedRow> rows, String next) {}

    /** A page of what could be had, named for the description of the API. */
    @Schema(name = "FreeItemPage")
    public record FreeItemPage(List<FreeItemView> rows, String next) {}

    /** A page of dispatches, named for the description of the API. */
    @Schema(name = "OwnDispatchPage")
    public record OwnDispatchPage(List<OwnDispatchView> rows, String next) {}

    @GET
    @Path("/needs")
    @OpenTo(Role.PARTNER)
    @Operation(operationId = "listOwnNeeds", summary = "The recipient's needs: with state=open the one wanted soonest at the head, else newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnNeedPage.class)))
    public OwnNeedPage needs(
            @Parameter(description = "How they stand; left out, all") @QueryParam("state") String state,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<OwnNeedRow> page =
                portal.needs(Cursor.choice("state", state, Need.State.class), after, Cursor.size(limit));
        return new OwnNeedPage(page.rows(), page.next());
    }

    @POST
    @Path("/needs")
    @OpenTo(Role.PARTNER)
    @Operation(operationId = "postOwnNeed", summary = "Say what the recipient needs")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OwnNeedView.class)))
    public Response post(@HeaderParam("Idempotency-Key") String key, PostOwnNeed command) {
        return once.answer(key, command, () -> {
            OwnNeedView view = portal.post(command);
            return Reply.created("/api/v1/portal/needs/" + view.code(), view);
        });
    }

    @GET
    @Path("/needs/{code}")
    @OpenTo(Role.PARTNER)
    @Operation(operationId = "getOwnNeed", summary = "One of the recipient's needs, and how far it has come")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnNeedView.class)))
    public OwnNeedView need(@PathParam("code") String code) {
        return portal.need(code);
    }

    @POST
    @Path("/needs/{code}/withdraw")
    @Consumes("*/*")
    @OpenTo(Role.PARTNER)
    @Operation(operationId = "withdrawOwnNeed", summary = "Withdraw one of the recipient's needs: it is asked for no more")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnNeedView.class)))
    public Response withdraw(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(portal.withdraw(code)));
    }

    @GET
    @Path("/stock")
    @OpenTo(Role.PARTNER)
    @Operation(operationId = "listFreeStock", summary = "What could be had, in shelf order: items, sizes, and how many are free")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FreeItemPage.class)))
    public FreeItemPage stock(
            @Parameter(description = "Part of a name; left out, all") @QueryParam("q") String search,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<FreeItemView> page = portal.stock(search, after, Cursor.size(limit));
        return new FreeItemPage(page.rows(), page.next());
    }

    @GET
    @Path("/dispatches")
    @OpenTo(Role.PARTNER)
    @Operation(operationId = "listOwnDispatches", summary = "What is sent to the recipient, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnDispatchPage.class)))
    public OwnDispatchPage dispatches(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        Page<OwnDispatchView> page = portal.dispatches(after, Cursor.size(limit));
        return new OwnDispatchPage(page.rows(), page.next());
    }

    @GET
    @Path("/dispatches/{code}")
    @OpenTo(Role.PARTNER)
    @Operation(operationId = "getOwnDispatch", summary = "One dispatch to the recipient, and what it brings")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnDispatchView.class)))
    public OwnDispatchView dispatch(@PathParam("code") String code) {
        return portal.dispatch(code);
    }

    @POST
    @Path("/dispatches/{code}/confirm")
    @OpenTo(Role.PARTNER)
    @Operation(operationId = "confirmOwnDispatch", summary = "Say what arrived")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnDispatchView.class)))
    public Response confirm(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, ConfirmArrival command) {
        return once.answer(key, command, () -> Reply.done(portal.confirm(code, command)));
    }

    @POST
    @Path("/dispatches/{code}/thanks")
    @OpenTo(Role.PARTNER)
    @Operation(operationId = "thankForOwnDispatch", summary = "Thank the givers, after the arrival was confirmed")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnDispatchView.class)))
    public Response thank(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, SayThanks command) {
        return once.answer(key, command, () -> Reply.done(portal.thank(code, command)));
    }
}
