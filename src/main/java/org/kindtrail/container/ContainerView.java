package org.kindtrail.container;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.place.PlaceKind;

/** A container as both doors show it. */
@Schema(description = "A box, a pallet or a freight container")
public record ContainerView(
        @Schema(description = "Its code, as on the label", examples = "C-0000-0000") String code,
        @Schema(description = "box, pallet or freight_container", examples = "box") PlaceKind kind,
        @Schema(nullable = true, description = "What it is called, if anything", examples = "Winter 1") String name,
        @Schema(description = "Where it stands, from the whole to the nearest: site, shelf, pallet") List<Stand> stands,
        @Schema(description = "Whether it stands at a site of the house; false on the road and with a partner") boolean atHand,
        @Schema(description = "Whether it is sealed") boolean sealed,
        @Schema(nullable = true, description = "Number of the seal, if it has one", examples = "HK 004512") String seal,
        @Schema(description = "Whether it is in use") boolean open,
        @Schema(description = "What it weighs and measures, and how it is to be handled") Measures measures,
        @Schema(description = "How many lots lie in it, those in containers in it left out", examples = "3") long lots,
        @Schema(description = "How many containers stand in it", examples = "0") long containers,
        @Schema(description = "Raised by every change of name and measures; a change sends the one that it was made on") int version) {

    /** A place in which it stands. */
    @Schema(name = "ContainerStand", description = "A place in which it stands")
    public record Stand(
            @Schema(description = "Code of the place", examples = "P-0000-0000") String code,
            @Schema(description = "What it is") PlaceKind kind,
            @Schema(description = "What it is called", examples = "Shelf A") String name) {
        /** Where it can be read; null where it has no page of its own. */
        public String href() {
            return kind.isContainer() ? "/containers/" + code : kind.isFixed() ? "/places/" + code : null;
        }
    }

    /** Where it stands nearest. */
    public Stand in() {
        return stands.get(stands.size() - 1);
    }

    /** What it is called, or else its code. */
    public String label() {
        return name == null ? code : name;
    }

    public boolean empty() {
        return lots == 0 && containers == 0;
    }
}
