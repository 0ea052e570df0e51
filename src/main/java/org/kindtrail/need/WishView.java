package org.kindtrail.need;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Wearer;

/** A wish list as everybody reads it: things and numbers of things, and nothing of who wants them. */
@Schema(name = "Wishes", description = "A wish list as everybody reads it: things and their numbers, and nothing of who wants them")
public record WishView(
        @Schema(description = "Its code", examples = "WS-0000-0000") String code,
        @Schema(description = "Its title") String title,
        @Schema(description = "What it is for") String about,
        @Schema(description = "The organisation that gathers") String organisation,
        @Schema(nullable = true, description = "Code of the drive that it is of; its page is at /d/{code}") String drive,
        @Schema(nullable = true, description = "The title of that drive") String driveTitle,
        @Schema(description = "What is missing, added up over all who want it; empty: nothing at present") List<Line> lines) {

    /** One kind of thing that is wanted. */
    @Schema(name = "Wish", description = "One kind of thing that is wanted")
    public record Line(
            @Schema(description = "What, for whom and in which sizes, in words", examples = "Warm jumpers, man, L") String what,
            @Schema(nullable = true, description = "Who it must fit, where that is told besides") Wearer fits,
            @Schema(description = "The sizes that will do; empty: any") List<String> sizes,
            @Schema(description = "How many are wanted") long wanted,
            @Schema(description = "How many of them are still missing") long missing) {}
}
