package org.kindtrail.container;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.place.PlaceKind;

/** A container in a list. */
@Schema(description = "A container in a list")
public record ContainerRow(
        @Schema(description = "Its code, as on the label", examples = "C-0000-0000") String code,
        @Schema(description = "box, pallet or freight_container", examples = "box") PlaceKind kind,
        @Schema(nullable = true, description = "What it is called, if anything", examples = "Winter 1") String name,
        @Schema(description = "Code of where it stands", examples = "P-0000-0000") String in,
        @Schema(description = "The same in words", examples = "School hall, Shelf A") String inName,
        @Schema(description = "Whether it stands at a site of the house; false on the road and with a partner") boolean atHand,
        @Schema(description = "Whether it is sealed") boolean sealed,
        @Schema(description = "Whether it is in use") boolean open,
        @Schema(description = "How many lots lie in it", examples = "3") long lots,
        @Schema(description = "How many containers stand in it", examples = "0") long containers,
        @Schema(nullable = true, description = "With what is in it, in grams", examples = "14500") Long weight) {
    /** The key of the words for what it is. */
    public String kindKey() {
        return "place_kind_" + kind.word();
    }
}
