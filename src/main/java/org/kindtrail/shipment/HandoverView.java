package org.kindtrail.shipment;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.place.PlaceKind;

/** What a receiver without an account sees of a shipment with its key. */
@Schema(description = "What a receiver without an account sees of a shipment with its key")
public record HandoverView(
        @Schema(description = "Code of the shipment, as the papers have it", examples = "SH-0000-0000") String shipment,
        @Schema(description = "Whether it is confirmed already") boolean confirmed,
        @Schema(description = "Who sent it") String from,
        @Schema(description = "The day it left") LocalDate departedOn,
        @Schema(description = "What is to come; empty once it is confirmed") List<Box> boxes) {

    /** One of it. */
    @Schema(name = "HandoverBox", description = "A box, pallet or freight container that is to come")
    public record Box(
            @Schema(description = "Its code, as on the label", examples = "C-0000-0000") String container,
            @Schema(description = "box, pallet or freight_container", examples = "box") PlaceKind kind,
            @Schema(nullable = true, description = "Code of the pallet or freight container it stands in") String within) {

        /** Words' key for what it is. */
        @com.fasterxml.jackson.annotation.JsonIgnore
        public String kindKey() {
            return "place_kind_" + kind.word();
        }
    }
}
