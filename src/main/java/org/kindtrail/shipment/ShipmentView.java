package org.kindtrail.shipment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A shipment as both doors show it to one of its two organisations. */
@Schema(description = "A shipment, as one of its two organisations sees it")
public record ShipmentView(
        @Schema(description = "Its code", examples = "SH-0000-0000") String code,
        @Schema(description = "Whether this organisation sends or receives it") Side side,
        @Schema(description = "How far it has come") Shipment.State state,
        @Schema(description = "Code of the organisation that sends", examples = "H-0000-0000") String from,
        @Schema(description = "Its name") String fromName,
        @Schema(description = "Code of the organisation or partner that receives", examples = "PA-0000-0000") String to,
        @Schema(description = "Its name") String toName,
        @Schema(description = "Its country, ISO 3166-1 alpha-2", examples = "KZ") String toCountry,
        @Schema(description = "Whether the receiver has no account") boolean partner,
        @Schema(description = "What it is") String about,
        @Schema(nullable = true, description = "The sender's own remark; null for the receiver") String remark,
        @Schema(nullable = true, description = "The day it is to leave") LocalDate plannedDeparture,
        @Schema(nullable = true, description = "The day it is to arrive") LocalDate plannedArrival,
        @Schema(description = "When it was proposed") Instant proposedAt,
        @Schema(nullable = true, description = "When the receiver agreed") Instant agreedAt,
        @Schema(nullable = true, description = "When it left") Instant departedAt,
        @Schema(nullable = true, description = "When it was where it was to go") Instant arrivedAt,
        @Schema(nullable = true, description = "When everything that came had been received") Instant receivedAt,
        @Schema(nullable = true, description = "When it was closed, cancelled, declined or returned") Instant endedAt,
        ShipmentCounts counts,
        @Schema(description = "Its legs, in order") List<LegView> legs,
        @Schema(description = "Its goods received notes, in order") List<ReceiptView> receipts,
        @Schema(description = "Raised by every change; a change sends the one that it was made on") int version) {

    /** Which of its two organisations reads it. */
    @Schema(name = "ShipmentSide")
    public enum Side {
        @JsonProperty("sender")
        SENDER,
        @JsonProperty("receiver")
        RECEIVER
    }

    /** A goods received note of it. */
    @Schema(name = "ShipmentReceiptView", description = "A goods received note")
    public record ReceiptView(
            @Schema(description = "Its code", examples = "GR-0000-0000") String code,
            @Schema(description = "When the first of it was received") Instant openedAt,
            @Schema(nullable = true, description = "When everything that came had been; null while box after box is received")
                    Instant finishedAt,
            @Schema(nullable = true, description = "Who took it, by function") String takenBy,
            @Schema(nullable = true, description = "What is to be remembered") String remark,
            @Schema(description = "Whether a receiver without an account said so with the key") boolean byKey) {}

    @JsonIgnore
    public boolean isSender() {
        return side == Side.SENDER;
    }

    /** Whether this organisation says what comes: the receiver, or the sender for a partner. */
    @JsonIgnore
    public boolean isReceiving() {
        return !isSender() || partner;
    }

    @JsonIgnore
    public boolean isProposed() {
        return state == Shipment.State.PROPOSED;
    }

    @JsonIgnore
    public boolean isAgreed() {
        return state == Shipment.State.AGREED;
    }

    @JsonIgnore
    public boolean isBeforeDeparture() {
        return isProposed() || isAgreed();
    }

    @JsonIgnore
    public boolean isOnItsWay() {
        return state == Shipment.State.DEPARTED || state == Shipment.State.ARRIVED;
    }

    @JsonIgnore
    public boolean isArrived() {
        return state == Shipment.State.ARRIVED;
    }

    @JsonIgnore
    public boolean isReceived() {
        return state == Shipment.State.RECEIVED;
    }

    @JsonIgnore
    public boolean isClosed() {
        return state == Shipment.State.CLOSED;
    }

    /** Whether it has left, whatever became of it since. */
    @JsonIgnore
    public boolean hasLeft() {
        return departedAt != null;
    }

    /** Words' key for how far it has come. */
    @JsonIgnore
    public String stateKey() {
        return "shipment_is_" + state.word();
    }

    /** The other of the two. */
    @JsonIgnore
    public String otherName() {
        return isSender() ? toName : fromName;
    }
}
