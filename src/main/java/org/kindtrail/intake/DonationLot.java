package org.kindtrail.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.kernel.Money;

/** A lot that came with a donation, or came out of a bag of it. */
@Schema(description = "A lot that came with the donation, or came out of one of its bags")
public record DonationLot(
        @Schema(description = "The lot's code; a bag's label bears it", examples = "B-0000-0000") String code,
        @Schema(description = "Code of the item", examples = "unsorted-bag") String item,
        @Schema(description = "The item in words", examples = "Jumpers, man") String name,
        @Schema(nullable = true, description = "Size; null when not told apart") String size,
        @Schema(description = "Who it fits") Wearer fits,
        @Schema(description = "Condition") Grade grade,
        @Schema(description = "How much there was when it came to be, in the unit") long quantity,
        @Schema(description = "The item's unit", examples = "piece") String unit,
        @Schema(description = "How much of it the house holds now") long onHand,
        @Schema(description = "What has become of it") State state,
        @Schema(nullable = true, description = "The sorting that it is in or was emptied by; null when there is none") String sorting,
        @Schema(nullable = true, description = "The sorting that it came out of; null when it came in like this") String outOf,
        @Schema(nullable = true, description = "The last day of use; null when it does not grow old, or nobody knows", examples = "2027-05-31")
                LocalDate expiresOn) {

    /** What has become of a lot. */
    @Schema(name = "LotState")
    public enum State {
        /** All or part of it is in the house. */
        @JsonProperty("held")
        HELD,
        /** A bag that somebody is sorting. */
        @JsonProperty("sorting")
        SORTING,
        /** A bag whose contents are lots of their own now. */
        @JsonProperty("sorted")
        SORTED,
        /** Unfit to use, and let go. */
        @JsonProperty("let_go")
        LET_GO,
        /** Nothing of it is here any more. */
        @JsonProperty("moved_on")
        MOVED_ON,
        /** The donation, or the sorting that it came out of, was reversed. */
        @JsonProperty("reversed")
        REVERSED
    }

    /** The words for its state. */
    public String stateKey() {
        return "intake_lot_" + state.name().toLowerCase(Locale.ROOT);
    }

    /** The words for its condition. */
    public String gradeKey() {
        return "catalogue_grade_" + grade.word();
    }

    /** The words for who it fits. */
    public String fitsKey() {
        return "catalogue_wearer_" + fits.word();
    }

    /** Whether it is money, which is told in its own digits. */
    public boolean money() {
        return Money.isCurrency(unit);
    }

    public boolean bag() {
        return grade == Grade.UNSORTED;
    }
}
