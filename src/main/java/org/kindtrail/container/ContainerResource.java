package org.kindtrail.container;

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

/** Boxes, pallets and freight containers for programs. */
@Path("/api/v1/containers")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "containers")
public class ContainerResource {
    private final ContainerService containers;
    private final ContainerHistory history;
    private final Once once;

    ContainerResource(ContainerService containers, ContainerHistory history, Once once) {
        this.containers = containers;
        this.history = history;
        this.once = once;
    }

    /** A page of containers, named for the description of the API. */
    @Schema(name = "ContainerPage")
    public record ContainerPage(List<ContainerRow> rows, String next) {}

    /** A page of what happened, named for the description of the API. */
    @Schema(name = "ContainerEventPage")
    public record ContainerEventPage(List<ContainerEvent> rows, String next) {}

    /** Containers that were taken into use, named for the description of the API. */
    @Schema(name = "MadeContainers", description = "Containers that were taken into use")
    public record MadeContainers(
            @Schema(description = "Code of the act", examples = "M-0000-0000") String document,
            List<ContainerView> containers) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listContainers", summary = "Containers and where they stand, in the order in which they were made")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ContainerPage.class)))
    public ContainerPage list(
            @Parameter(description = "box, pallet or freight_container") @QueryParam("kind") String kind,
            @Parameter(description = "Code of a place; however deep they stand there") @QueryParam("place") String place,
            @Parameter(description = "Code of a place; those that stand directly there") @QueryParam("in") String in,
            @Parameter(description = "Code of an item that lies in them", example = "jumpers-man") @QueryParam("item")
                    String item,
            @Parameter(description = "empty, filled, sealed, away or closed; all in use when left out")
                    @QueryParam("state")
                    String state,
            @Parameter(description = "Part of the name, the code, or an item's name") @QueryParam("q") String text,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<ContainerRow> page = containers.list(
                ContainerQuery.wanted(kind, place, in, item, state, text), after, Cursor.size(limit));
        return new ContainerPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "makeContainers", summary = "Take containers into use, one or several alike")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MadeContainers.class)))
    public Response make(@HeaderParam("Idempotency-Key") String key, MakeContainers command) {
        return once.answer(key, command, () -> {
            ContainerService.Made made = containers.make(command);
            return Reply.created(
                    "/api/v1/containers/" + made.containers().get(0).code(),
                    new MadeContainers(made.document(), made.containers()));
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getContainer", summary = "One container; what is in it is told by the balances at its code")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ContainerView.class)))
    public ContainerView get(@PathParam("code") String code) {
        return containers.get(code);
    }

    @PUT
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "changeContainer", summary = "Tell anew what a container is called, weighs and measures")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ContainerView.class)))
    public ContainerView change(@PathParam("code") String code, DescribeContainer command) {
        return containers.describe(code, command);
    }

    @GET
    @Path("/{code}/history")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listContainerHistory", summary = "What happened to a container, the latest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ContainerEventPage.class)))
    public ContainerEventPage history(
            @PathParam("code") String code, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        Page<ContainerEvent> page = history.of(code, after, Cursor.size(limit));
        return new ContainerEventPage(page.rows(), page.next());
    }

    @POST
    @Path("/{code}/seal")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "sealContainer", summary = "Seal a container: nothing is put in or taken out until it is opened")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ContainerView.class)))
    public Response seal(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, SealContainer command) {
        return once.answer(key, command, () -> Reply.done(containers.seal(code, command)));
    }

    @POST
    @Path("/{code}/unseal")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "unsealContainer", summary = "Break the seal of a container, with the reason")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ContainerView.class)))
    public Response unseal(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, UnsealContainer command) {
        return once.answer(key, command, () -> Reply.done(containers.unseal(code, command)));
    }

    @POST
    @Path("/{code}/close")
    @Consumes("*/*")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "closeContainer", summary = "Take an empty container out of use")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ContainerView.class)))
    public Response close(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(containers.close(code)));
    }

    @POST
    @Path("/{code}/reopen")
    @Consumes("*/*")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "reopenContainer", summary = "Take a container into use again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ContainerView.class)))
    public Response reopen(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(containers.reopen(code)));
    }
}
