package org.kindtrail.shipment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;

/** Shipments for programs: what is agreed, what is put on them, how they leave and go from leg to leg. */
@Path("/api/v1/shipments")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "shipments")
public class ShipmentResource {
    private final ShipmentService shipments;
    private final RoadService road;
    private final CustodyService custody;
    private final Once once;
    private final ObjectMapper json;

    ShipmentResource(
            ShipmentService shipments, RoadService road, CustodyService custody, Once once, ObjectMapper json) {
        this.shipments = shipments;
        this.road = road;
        this.custody = custody;
        this.once = once;
        this.json = json;
    }

    /** A page of shipments, named for the description of the API. */
    @Schema(name = "ShipmentPage")
    public record ShipmentPage(List<ShipmentRow> rows, String next) {}

    /** A page of a packing list, named for the description of the API. */
    @Schema(name = "ShipmentLinePage")
    public record ShipmentLinePage(List<ShipmentLineView> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listShipments", summary = "Shipments that this organisation sends or receives, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentPage.class)))
    public ShipmentPage list(
            @QueryParam("way") String way,
            @QueryParam("state") String state,
            @QueryParam("with") String partner,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<ShipmentRow> page = shipments.list(
                Cursor.choice("way", way, Shipments.Way.class),
                Cursor.choice("state", state, Shipment.State.class),
                partner,
                after,
                Cursor.size(limit));
        return new ShipmentPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "proposeShipment", summary = "Propose a shipment to another organisation, or to a partner")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    public Response propose(@HeaderParam("Idempotency-Key") String key, ProposeShipment command) {
        return once.answer(key, command, () -> {
            ShipmentView view = shipments.propose(command);
            return Reply.created("/api/v1/shipments/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getShipment", summary = "One shipment, as this organisation sees it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    public ShipmentView get(@PathParam("code") String code) {
        return shipments.get(code);
    }

    @PUT
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "changeShipment", summary = "Tell anew what is planned, before it leaves")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    public ShipmentView change(@PathParam("code") String code, ChangeShipment command) {
        return shipments.describe(code, command);
    }

    @POST
    @Path("/{code}/agree")
    @Consumes("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "agreeToShipment", summary = "The receiver wants it; for a partner the sender says so")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    public Response agree(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(shipments.agree(code)));
    }

    @POST
    @Path("/{code}/decline")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "declineShipment", summary = "The receiver does not want it; for a partner the sender says so")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    public Response decline(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, TellWhy command) {
        return once.answer(key, command, () -> Reply.done(shipments.decline(code, command)));
    }

    @POST
    @Path("/{code}/cancel")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "cancelShipment", summary = "It does not leave; what was on its list is free")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    public Response cancel(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, TellWhy command) {
        return once.answer(key, command, () -> Reply.done(shipments.cancel(code, command)));
    }

    @GET
    @Path("/{code}/lines")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listShipmentLines", summary = "The packing list, in order, with what is in the boxes")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentLinePage.class)))
    public ShipmentLinePage lines(
            @PathParam("code") String code,
            @QueryParam("state") String state,
            @QueryParam("differing") String differing,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<ShipmentLineView> page = shipments.lines(
                code,
                Cursor.choice("state", state, ShipmentLine.State.class),
                Boolean.TRUE.equals(Cursor.truth("differing", differing)),
                after,
                Cursor.size(limit));
        return new ShipmentLinePage(page.rows(), page.next());
    }

    @POST
    @Path("/{code}/lines")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "packShipment", summary = "Put boxes, pallets or freight containers on the packing list")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    public Response pack(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, PackShipment command) {
        return once.answer(key, command, () -> Reply.done(shipments.pack(code, command)));
    }

    @GET
    @Path("/{code}/lines/{container}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getShipmentLine", summary = "One box of the packing list")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentLineView.class)))
    public ShipmentLineView line(@PathParam("code") String code, @PathParam("container") String container) {
        return shipments.box(code, container);
    }

    @POST
    @Path("/{code}/lines/{container}/remove")
    @Consumes("*/*")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "unpackShipment", summary = "Take a box off the packing list, before the shipment leaves")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    public Response unpack(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("code") String code,
            @PathParam("container") String container) {
        return once.answer(key, "", () -> Reply.done(shipments.unpack(code, container)));
    }

    @POST
    @Path("/{code}/depart")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "departShipment",
            summary = "It leaves; for a partner without an account the answer holds the receiver's key, which is kept nowhere")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DepartedShipment.class)))
    public Response depart(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, DepartShipment command) {
        return once.answer(key, command, () -> Reply.done(road.depart(code, command)), this::withKey);
    }

    @POST
    @Path("/{code}/handover-key")
    @Consumes("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "makeHandoverKey",
            summary = "Make a new key for a receiver without an account; the one before opens nothing any more")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DepartedShipment.class)))
    public Response newKey(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(road.newKey(code)), this::withKey);
    }

    /** Puts the key into the answer on its way out; what is kept of the answer does not have it. */
    private String withKey(String body) {
        try {
            ObjectNode answer = (ObjectNode) json.readTree(body);
            if (answer.get("handover") instanceof ObjectNode handover) {
                String shipment = answer.get("shipment").get("code").asText();
                handover.put("key", road.key(shipment, handover.get("turn").asInt()));
            }
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @POST
    @Path("/{code}/legs")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "planLeg", summary = "Plan a leg: a carrier, a waybill, a departure and an arrival")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = LegView.class)))
    public Response plan(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, PlanLeg command) {
        return once.answer(key, command, () -> Reply.created("/api/v1/shipments/" + code, road.plan(code, command)));
    }

    @PUT
    @Path("/{code}/legs/{waybill}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "changeLeg", summary = "Tell a leg anew, until it has ended")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LegView.class)))
    public LegView change(
            @PathParam("code") String code, @PathParam("waybill") String waybill, PlanLeg command) {
        return road.change(code, waybill, command);
    }

    @POST
    @Path("/{code}/events")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "noteOnTheWay", summary = "Write down what happened on the way; either organisation may")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    public Response note(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, NoteOnTheWay command) {
        return once.answer(key, command, () -> Reply.done(road.note(code, command)));
    }

    @GET
    @Path("/{code}/custody")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getCustody", summary = "Who has its boxes now, and by which hands they came there")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CustodyView.class)))
    public CustodyView custody(@PathParam("code") String code) {
        return custody.of(code);
    }

    @POST
    @Path("/{code}/take-back")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "takeShipmentBack", summary = "The sender has boxes back from the road")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    public Response takeBack(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, TakeBack command) {
        return once.answer(key, command, () -> Reply.done(road.takeBack(code, command)));
    }
}
