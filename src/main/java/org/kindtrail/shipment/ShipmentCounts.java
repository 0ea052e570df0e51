package org.kindtrail.shipment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many boxes, pallets and freight containers are on a packing list, and what became of them. */
@Schema(description = "How many boxes, pallets and freight containers are on the list, and what became of them together")
public record ShipmentCounts(
        @Schema(description = "Boxes on the list; before departure those put on it by themselves", examples = "317") long boxes,
        @Schema(description = "Pallets on the list", examples = "12") long pallets,
        @Schema(description = "Freight containers on the list", examples = "1") long freightContainers,
        @Schema(description = "Of all of these: waiting to be received", examples = "0") long awaited,
        @Schema(description = "Received, the surplus included", examples = "327") long received,
        @Schema(description = "Did not come, and not accounted for", examples = "3") long missing,
        @Schema(description = "Written off as lost", examples = "0") long lost,
        @Schema(description = "Turned up, and waiting to be received", examples = "0") long found,
        @Schema(description = "Came back to the sender", examples = "0") long returned,
        @Schema(description = "Came, and were not on the list", examples = "1") long surplus,
        @Schema(description = "Came damaged", examples = "2") long damaged) {

    static final ShipmentCounts NONE = new ShipmentCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** All of the list, the surplus left out. */
    public long listed() {
        return boxes + pallets + freightContainers;
    }

    /** Whether something can still be received. */
    @JsonIgnore
    public boolean isComing() {
        return awaited + missing + found > 0;
    }

    /** Whether something is not as it was to be. */
    public boolean differs() {
        return missing + lost + found + returned + surplus + damaged > 0;
    }
}
