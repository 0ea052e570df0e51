package org.kindtrail.need;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
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
        @Schema(description = "What is asked for") List<Line> lines,
        @Schema(description = "How urgent it is") Urgency urgency,
        @Schema(nullable = true, description = "The last day on which it is asked for; null: never by itself")
                LocalDate expiresOn,
        @Schema(description = "Whether its last day is over within a week") boolean endsSoon,
        @Schema(nullable = true, description = "Code of the programme that it is charged to") String programme,
        @Schema(nullable = true, description = "The name of that programme") String programmeName,
        @Schema(nullable = true, description = "Code of the drive that gathers for it") String drive,
        @Schema(nullable = true, description = "The title of that drive") String driveTitle,
        @Schema(description = "For how many people of which sex and age; empty: not told") List<PeopleOf> people,
        @Schema(description = "Whether what it misses stands on wish lists") boolean onWishLists,
        @Schema(description = "Raised by every change; a change sends the one that it was made on") int version) {

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
            @Schema(description = "How many are neither promised nor on the way nor arrived") long missing,
            @Schema(description = "What will do in its place, one for one; empty: nothing") List<Substitute> substitutes) {

        /** The sizes as people read them. */
        public String sizesInWords() {
            return String.join(", ", sizes);
        }

        /** What else will do, as people read it. */
        public String substitutesInWords() {
            return substitutes.stream().map(Substitute::what).collect(Collectors.joining("; "));
        }

        /** Whether something of it is promised, on the way or arrived. */
        public boolean taken() {
            return promised + onTheWay + arrived > 0;
        }
    }

    /** An item that will do in place of the one asked for. */
    @Schema(name = "NeedSubstitute", description = "An item that will do in place of the one asked for")
    public record Substitute(
            @Schema(description = "Code of the item") String item, @Schema(description = "The item in words") String what) {}

    /** Whether it is more than normally urgent. */
    public boolean pressing() {
        return urgency != Urgency.NORMAL;
    }

    public boolean open() {
        return state == Need.State.OPEN;
    }
}
