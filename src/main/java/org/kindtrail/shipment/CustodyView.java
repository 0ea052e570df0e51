package org.kindtrail.shipment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who has the boxes of a shipment now, and by which hands they came there. */
@Schema(description = "Who has the boxes of a shipment now, and by which hands they came there, as far as this organisation was a party")
public record CustodyView(
        @Schema(description = "Code of the shipment", examples = "SH-0000-0000") String shipment,
        @Schema(description = "Where its boxes are now, most first") List<Holding> now,
        @Schema(description = "Shipments of the same boxes, the first at the head") List<Hop> hops) {

    /** So many are there. */
    @Schema(name = "CustodyHolding", description = "So many boxes, pallets and freight containers are in these hands")
    public record Holding(
            @Schema(description = "held, on_the_road, missing, lost or found", examples = "held") String state,
            @Schema(description = "Who has them, or answers for them while they are on the road", examples = "Almaty friends") String holder,
            @Schema(nullable = true, description = "Who carries them on the road; null when nobody said") String carrier,
            @Schema(description = "How many of the list", examples = "329") long containers,
            @Schema(nullable = true, description = "Since when, for the first of them") Instant since) {

        /** Words' key for it. */
        @JsonIgnore
        public String wordsKey() {
            return "shipment_custody_" + state;
        }
    }

    /** One of the shipments. */
    @Schema(name = "CustodyHop", description = "One shipment of the same boxes, and what happened to it")
    public record Hop(
            @Schema(description = "Code of the shipment", examples = "SH-0000-0000") String shipment,
            @Schema(description = "Who sent") String from,
            @Schema(description = "Who receives") String to,
            @Schema(description = "How far it has come") Shipment.State state,
            @Schema(description = "How many of the boxes it holds", examples = "329") long containers,
            List<Event> events) {

        /** Words' key for how far it has come. */
        @JsonIgnore
        public String stateKey() {
            return "shipment_is_" + state.word();
        }
    }

    /** One thing that happened. */
    @Schema(name = "CustodyEvent", description = "One thing that happened to a shipment")
    public record Event(
            @JsonIgnore Long shipmentId,
            @Schema(description = "What happened") ShipmentEvent.Kind kind,
            @Schema(description = "When it happened") Instant occurredAt,
            @Schema(description = "When it was written down") Instant recordedAt,
            @Schema(description = "The organisation that wrote it down") String recordedIn,
            @Schema(nullable = true, description = "Who wrote it down; null for another organisation's people and for a key") String recordedBy,
            @Schema(description = "Whether a receiver without an account wrote it with the key") boolean byKey,
            @Schema(nullable = true, description = "Number of the leg's waybill") String waybill,
            @Schema(nullable = true, description = "Who carries") String carrier,
            @Schema(nullable = true, description = "Code of the box") String container,
            @Schema(nullable = true, description = "Who gave it, by function") String givenBy,
            @Schema(nullable = true, description = "Who took it, by function") String takenBy,
            @Schema(nullable = true, description = "How many were counted") Integer boxes,
            @Schema(nullable = true, description = "What was said") String note) {

        /** Words' key for it. */
        @JsonIgnore
        public String wordsKey() {
            return "shipment_event_" + kind.word();
        }
    }
}
