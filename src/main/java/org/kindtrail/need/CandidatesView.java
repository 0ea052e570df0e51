package org.kindtrail.need;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;

/** What in stock fits a line that misses something. */
@Schema(description = "What in stock fits a line that misses something, oldest first")
public record CandidatesView(
        @Schema(description = "Number of the line in the need") int line,
        @Schema(description = "How many the line misses") long missing,
        @Schema(description = "How many that fit are free in all") long available,
        @Schema(description = "How many candidates there are in all; the first 20 are listed") long count,
        @Schema(description = "The oldest of them") List<Candidate> candidates) {

    /** A lot where it lies. */
    @Schema(description = "A lot where it lies, of which something is free")
    public record Candidate(
            @Schema(description = "Code of the lot") String lot,
            @Schema(description = "Code of the item") String item,
            @Schema(description = "The item in words") String itemWords,
            @Schema(nullable = true, description = "Its size") String size,
            @Schema(description = "Who it fits") Wearer fits,
            @Schema(description = "Its condition") Grade grade,
            @Schema(description = "When it came into the house") Instant receivedAt,
            @Schema(description = "Code of the place where it lies") String place,
            @Schema(description = "The place in words") String placeWords,
            @Schema(description = "How many can be promised") long available) {}

    /** How many the press of one button promises. */
    public long atOnce() {
        return Math.min(missing, available);
    }

    public long notListed() {
        return count - candidates.size();
    }
}
