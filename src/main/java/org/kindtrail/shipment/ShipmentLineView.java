package org.kindtrail.shipment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.place.PlaceKind;

/** A box, pallet or freight container of a packing list, what is in it, and what became of it. */
@Schema(description = "A box, pallet or freight container on a packing list, what is in it, and what became of it")
public record ShipmentLineView(
        @Schema(description = "Where it stands on the list", examples = "1") long position,
        @Schema(description = "Its code", examples = "C-0000-0000") String container,
        @Schema(description = "box, pallet or freight_container", examples = "box") PlaceKind kind,
        @Schema(nullable = true, description = "Code of the pallet or freight container in which it left") String within,
        @Schema(nullable = true, description = "What it weighs with what is in it, in grams; null when nobody weighed it") Long weight,
        @Schema(nullable = true, description = "Its outside volume in litres, rounded up; null when nobody measured it") Long litres,
        @Schema(description = "What became of it") ShipmentLine.State state,
        @Schema(description = "It came, and was not on the list") boolean surplus,
        @Schema(description = "It came damaged") boolean damaged,
        @Schema(nullable = true, description = "What is wrong with it") String damage,
        @Schema(nullable = true, description = "When it was received") Instant receivedAt,
        @Schema(nullable = true, description = "Code of the goods received note") String receipt,
        @Schema(nullable = true, description = "When what was in it was counted") Instant countedAt,
        @Schema(nullable = true, description = "The document by which it was written off; it stays when the box turns up") String loss,
        @Schema(nullable = true, description = "What is known of the loss") String lossWhy,
        @Schema(nullable = true, description = "What the sender asks of carrier or insurer; null for the receiver", examples = "120.00")
                String claim,
        @Schema(nullable = true, description = "Its currency") String claimCurrency,
        @Schema(nullable = true, description = "Of whom it is asked") String claimNote,
        @Schema(description = "What was in it when it left; before departure what is in it now") List<Content> contents,
        @Schema(description = "What was counted in it and differs from the list") List<Counted> counted) {

    /** So much of one lot. */
    @Schema(name = "ShipmentContent", description = "So much of one lot in a box")
    public record Content(
            @Schema(description = "Code of the lot", examples = "B-0000-0000") String lot,
            @Schema(description = "Code of its item", examples = "jumpers-man") String item,
            @Schema(description = "The item in words", examples = "Jumpers, man") String itemName,
            @Schema(nullable = true, description = "The size; null when not told apart", examples = "L") String size,
            @Schema(description = "Its condition") Grade grade,
            @Schema(description = "What the item is counted in", examples = "piece") String unit,
            @Schema(description = "How much", examples = "12") long quantity) {

        private static final Set<String> KNOWN_UNITS = Set.of("piece", "pair", "set", "bag", "gram", "millilitre");

        /** The item, and the size if it has one. */
        @JsonIgnore
        public String what() {
            return size == null ? itemName : itemName + ", " + size;
        }

        /** How the field is named in which one says what was there; the number is that of the lot in the box. */
        public String receivedName(int index) {
            return "lots[" + index + "].received";
        }

        /** The same for how many of those are damaged. */
        public String damagedName(int index) {
            return "lots[" + index + "].damaged";
        }

        /** Words' key for so many of the unit. */
        @JsonIgnore
        public String quantityKey() {
            return quantityKey(unit);
        }

        static String quantityKey(String unit) {
            return "catalogue_quantity_" + (KNOWN_UNITS.contains(unit) ? unit : "any");
        }
    }

    /** One lot, counted. */
    @Schema(name = "ShipmentCounted", description = "One lot in a box, counted; of what was not on the list, sent is 0")
    public record Counted(
            @Schema(description = "Code of the lot", examples = "B-0000-0000") String lot,
            @Schema(description = "The item in words", examples = "Jumpers, man") String itemName,
            @Schema(nullable = true, description = "The size; null when not told apart", examples = "L") String size,
            @Schema(description = "By the packing list", examples = "12") long sent,
            @Schema(description = "What was there, the damaged included", examples = "11") long received,
            @Schema(description = "How many of those are damaged", examples = "1") long damaged) {

        /** The item, and the size if it has one. */
        @JsonIgnore
        public String what() {
            return size == null ? itemName : itemName + ", " + size;
        }
    }

    /** Words' key for what became of it. */
    @JsonIgnore
    public String stateKey() {
        return "shipment_box_is_" + state.word();
    }

    /** Words' key for what it is. */
    @JsonIgnore
    public String kindKey() {
        return "place_kind_" + kind.word();
    }

    @JsonIgnore
    public boolean isLost() {
        return state == ShipmentLine.State.LOST;
    }

    /** Whether something can be asked of a carrier or insurer for it. */
    @JsonIgnore
    public boolean isClaimable() {
        return loss != null || damaged || state == ShipmentLine.State.MISSING;
    }

    /** Whether it can still be received. */
    @JsonIgnore
    public boolean isAwaited() {
        return state == ShipmentLine.State.ON_LIST || state == ShipmentLine.State.MISSING || state == ShipmentLine.State.FOUND;
    }
}
