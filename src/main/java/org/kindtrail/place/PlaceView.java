package org.kindtrail.place;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A site or shelf as both doors show it. */
@Schema(description = "A site, or a shelf at a site")
public record PlaceView(
        @Schema(description = "Its code", examples = "P-0000-0000") String code,
        @Schema(description = "site or shelf; consignment for what is on the road", examples = "shelf") PlaceKind kind,
        @Schema(description = "What it is called", examples = "Shelf A") String name,
        @Schema(nullable = true, description = "For a shelf: code of its site", examples = "P-0000-0000") String site,
        @Schema(nullable = true, description = "For a shelf: name of its site", examples = "School hall") String siteName,
        @Schema(description = "Where it comes when one walks through the site") int walk,
        @Schema(description = "Whether goods can be put there") boolean open,
        @Schema(description = "Raised by every change; a change sends the one that it was made on") int version) {
    /** The key of the words for what it is. */
    public String kindKey() {
        return "place_kind_" + kind.word();
    }
}
