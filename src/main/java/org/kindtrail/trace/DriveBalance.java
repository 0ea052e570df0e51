package org.kindtrail.trace;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came in to a drive and what became of it; in each line the numbers after {@code in} add up to it. */
@Schema(description = "What came in to a drive and what became of it")
public record DriveBalance(
        @Schema(description = "Code of the drive") String code,
        @Schema(description = "Its title") String title,
        @Schema(nullable = true, description = "What it gathers and what for") String about,
        @Schema(description = "First day") LocalDate startsOn,
        @Schema(nullable = true, description = "Last day") LocalDate endsOn,
        @Schema(description = "Whether it takes donations") boolean open,
        @Schema(description = "Name of the organisation") String organisation,
        @Schema(description = "By category and measure") List<Line> lines,
        @Schema(description = "All that is counted in pieces, pairs and sets, together") Line total,
        @Schema(description = "Bags that wait to be sorted") long bags,
        @Schema(description = "Where it went, in sentences, as much as the public may know") List<String> went) {

    /** One kind of goods: in = waiting + on the way + delivered + let go + lost. */
    @Schema(name = "DriveBalanceLine", description = "in = waiting + onTheWay + delivered + letGo + lost")
    public record Line(
            @Schema(nullable = true, description = "Code of the category; null for the sum of all", examples = "tops") String category,
            @Schema(nullable = true, description = "Its name, with the measure where it is not counted in pieces") String name,
            @Schema(nullable = true, description = "piece, bag, gram, millilitre or a currency", examples = "piece") String measure,
            @Schema(description = "Donated or found") long in,
            @Schema(description = "In the house, being prepared included") long waiting,
            @Schema(description = "On the way to those who asked for it") long onTheWay,
            @Schema(description = "Arrived fit for use") long delivered,
            @Schema(description = "Unfit or arrived damaged, and let go") long letGo,
            @Schema(description = "Lost") long lost) {
        Line and(Line more) {
            return new Line(
                    category,
                    name,
                    measure,
                    in + more.in,
                    waiting + more.waiting,
                    onTheWay + more.onTheWay,
                    delivered + more.delivered,
                    letGo + more.letGo,
                    lost + more.lost);
        }
    }
}
