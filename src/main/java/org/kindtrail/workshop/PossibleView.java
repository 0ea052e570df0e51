package org.kindtrail.workshop;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many of a kit could be packed now. */
@Schema(description = "How many of a kit could be packed now, of what is free")
public record PossibleView(
        @Schema(description = "Code of the kit", examples = "KT-0000-0000") String kit,
        @Schema(description = "How many, if all that is free in the house were brought together", examples = "12")
                long inHouse,
        @Schema(description = "The parts, by number, of which there is least: one, or several that share what there is")
                List<Integer> scarcest,
        @Schema(description = "How many at each site") List<Site> sites,
        @Schema(description = "What is free for each part in the house; what will do for several counts for each")
                List<Part> parts) {

    /** At one site. */
    @Schema(name = "PossibleAtSite", description = "How many could be packed at one site, of what lies there and on its shelves")
    public record Site(
            @Schema(description = "Code of the site", examples = "P-0000-0000") String place,
            @Schema(description = "Its name", examples = "School hall") String placeName,
            @Schema(description = "How many kits", examples = "7") long kits,
            @Schema(description = "The parts, by number, of which there is least there") List<Integer> scarcest) {}

    /** One part. */
    @Schema(name = "PossibleOfPart", description = "What is free for a part in the house")
    public record Part(
            @Schema(description = "Its number in the recipe") int line,
            @Schema(description = "How much is free, in the unit of the part", examples = "31") long free) {}
}
