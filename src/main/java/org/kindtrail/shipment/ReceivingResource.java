package org.kindtrail.shipment;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;

/** Shipments are received, by programs; and what differs is accounted for. */
@Path("/api/v1/shipments")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "shipments")
public class ReceivingResource {
    private final ReceivingService receiving;
    private final SurplusService surplus;
    private final DifferenceService differences;
    private final Once once;

    ReceivingResource(
            ReceivingService receiving, SurplusService surplus, DifferenceService differences, Once once) {
        this.receiving = receiving;
        this.surplus = surplus;
        this.differences = differences;
        this.once = once;
    }

    @POST
    @Path("/{code}/receive")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "receiveBoxes", summary = "Receive boxes one by one, each with what stands in it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    public Response receive(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, ReceiveBoxes command) {
        return once.answer(key, command, () -> Reply.done(receiving.receive(code, command)));
    }

    @POST
    @Path("/{code}/receive-all")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "receiveAll", summary = "Receive everything that was not received yet, but what is named as missing")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    public Response receiveAll(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, ReceiveAll command) {
        return once.answer(key, command, () -> Reply.done(receiving.receiveAll(code, command)));
    }

    @POST
    @Path("/{code}/finish-receiving")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "finishReceiving", summary = "Everything that came has been received; the rest is missing")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    public Response finish(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, FinishReceiving command) {
        return once.answer(key, command, () -> Reply.done(receiving.finish(code, command)));
    }

    @POST
    @Path("/{code}/surplus")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "recordSurplus", summary = "Boxes came that are not on the packing list")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    public Response surplus(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, RecordSurplus command) {
        return once.answer(key, command, () -> Reply.done(surplus.surplus(code, command)));
    }

    @POST
    @Path("/{code}/lines/{container}/damage")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "tellDamage", summary = "A box that was received is damaged")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentLineView.class)))
    public Response damage(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("code") String code,
            @PathParam("container") String container,
            TellDamage command) {
        return once.answer(key, command, () -> Reply.done(receiving.damage(code, container, command)));
    }

    @POST
    @Path("/{code}/lines/{container}/count")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "countBox", summary = "What was in a box, counted against its packing list")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentLineView.class)))
    public Response count(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("code") String code,
            @PathParam("container") String container,
            CountBox command) {
        return once.answer(key, command, () -> Reply.done(surplus.count(code, container, command)));
    }

    @POST
    @Path("/{code}/lost")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "loseBoxes", summary = "Missing boxes are written off as lost on the way")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    public Response lose(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, LoseBoxes command) {
        return once.answer(key, command, () -> Reply.done(differences.lose(code, command)));
    }

    @POST
    @Path("/{code}/lines/{container}/found")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "findBox", summary = "A box that was written off turned up; it waits to be received")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    public Response find(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("code") String code,
            @PathParam("container") String container,
            TellWhy command) {
        return once.answer(key, command, () -> Reply.done(differences.find(code, container, command)));
    }

    @POST
    @Path("/{code}/lines/{container}/claim")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "claimBox", summary = "Note what is asked of a carrier or insurer for a missing, lost or damaged box")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentLineView.class)))
    public Response claim(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("code") String code,
            @PathParam("container") String container,
            ClaimBox command) {
        return once.answer(key, command, () -> Reply.done(differences.claim(code, container, command)));
    }

    @POST
    @Path("/{code}/close")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "closeShipment", summary = "Every difference is accounted for")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    public Response close(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, CloseShipment command) {
        return once.answer(key, command, () -> Reply.done(differences.close(code, command)));
    }
}
