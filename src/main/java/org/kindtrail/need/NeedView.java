package org.kindtrail.need;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Wearer;

/** A need as both doors show it. */
@Schema(description = "A need")
public record NeedView(
        @Schema(description = "Its code") String code,
        @Schema(description = "Code of the recipient") String recipient,
        @Schema(description = "What the house calls the recipient") String recipientAlias,
        @Schema(description = "For how many people of which kind") String forWhom,
        @Schema(nullable = true, description = "The day by which it is wanted") LocalDate wantedBy,
        @Schema(description = "Whether it is open for promises") Need.State state,
        @Schema(description = "When it was posted") Instant createdAt,
        @Schema(description = "What is asked for") List<Line> lines) {

    /** One thing that is asked for, and how much of it is met. */
    @Schema(name = "NeedLineView", description = "One thing that is asked for, and how much of it is met")
    public record Line(
            @Schema(description = "Its number in the need, from 1") int line,
            @Schema(nullable = true, description = "Code of the item") String item,
            @Schema(nullable = true, description = "Code of the category, when no item is named") String category,
            @Schema(description = "The item or category in words", examples = "Warm jumpers, man") String what,
            @Schema(nullable = true, description = "Who it must fit") Wearer fits,
            @Schema(description = "The sizes that will do; empty: any") List<String> sizes,
            @Schema(description = "How many are asked for") long asked,
            @Schema(description = "How many are promised and not yet on the way") long promised,
            @Schema(description = "How many are on the way") long onTheWay,
            @Schema(description = "How many arrived fit for use") long arrived,
            @Schema(description = "How many are neither promised nor on the way nor arrived") long missing) {

        /** The sizes as people read them. */
        public String sizesInWords() {
            return String.join(", ", sizes);
        }
    }

    public boolean open() {
        return state == Need.State.OPEN;
    }

    public boolean somethingPromised() {
        return lines.stream().anyMatch(line -> line.promised() > 0);
    }

    public boolean somethingMissing() {
        return lines.stream().anyMatch(line -> line.missing() > 0);
    }
}
