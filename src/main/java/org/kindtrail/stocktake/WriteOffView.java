package org.kindtrail.stocktake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;

/** A write-off as both doors show it. */
@Schema(description = "Goods that were written off, or are proposed for it")
public record WriteOffView(
        @Schema(description = "Its code", examples = "WF-0000-0000") String code,
        @Schema(description = "How far it is", examples = "posted") WriteOffState state,
        @Schema(description = "Why", examples = "damaged") WriteOffCause cause,
        @Schema(description = "Where it goes", examples = "let_go") WriteOffCause.Destination destination,
        @Schema(nullable = true, description = "What happened") String why,
        @Schema(nullable = true, description = "Where it was noticed, if it says more than the place") String foundWhere,
        @Schema(description = "When it was noticed") Instant foundAt,
        @Schema(nullable = true, description = "Papers that belong to it") String documents,
        @Schema(nullable = true, description = "What was done with it") String disposal,
        @Schema(nullable = true, description = "Why a second person looks at it; null: nobody has to") SecondPerson secondPerson,
        @Schema(description = "When it was written down") Instant recordedAt,
        @Schema(nullable = true, description = "By whom") String recordedBy,
        @Schema(nullable = true, description = "When the second person decided") Instant decidedAt,
        @Schema(nullable = true, description = "Who that was") String decidedBy,
        @Schema(nullable = true, description = "When it was taken back; null while it stands") Instant reversedAt,
        @Schema(description = "What it is worth, by currency") List<Worth> worth,
        @Schema(description = "How many lines have no known worth") long unvalued,
        @Schema(description = "How many lines it has") long lineCount,
        @Schema(description = "The first hundred of them") List<WrittenOff> lines,
        @Schema(description = "Whether you may agree to it now") boolean mayApprove,
        @Schema(description = "Whether you may decline it or take it back now") boolean mayDecline) {

    /** An amount in one currency. */
    @Schema(name = "WriteOffWorth", description = "An amount in one currency")
    public record Worth(
            @Schema(description = "The currency", examples = "KZT") String currency,
            @Schema(description = "The amount", examples = "1500.00") String amount) {}

    /** Some of a lot at a place. */
    @Schema(name = "WriteOffLine", description = "Some of a lot at a place")
    public record WrittenOff(
            @JsonIgnore @Schema(hidden = true) Long id,
            @Schema(description = "Its number", examples = "1") int line,
            @Schema(description = "Code of the lot", examples = "B-0000-0000") String lot,
            @Schema(description = "Code of its item", examples = "jumpers-man") String item,
            @Schema(description = "Name of its item, in the reader's language") String itemName,
            @Schema(nullable = true, description = "Its size; null when not told apart") String size,
            @Schema(description = "Its condition", examples = "good") Grade grade,
            @Schema(description = "Code of the place") String place,
            @Schema(description = "Name of the place") String placeName,
            @Schema(description = "How much, in the item's unit", examples = "3") long quantity,
            @Schema(nullable = true, description = "What that is worth; null: nobody knows", examples = "1500.00") String worth,
            @Schema(nullable = true, description = "Currency of the worth") String currency) {}

    /** The key of the words for how far it is. */
    @JsonIgnore
    public String stateKey() {
        return reversedAt == null ? state.wordsKey() : "stocktake_is_reversed";
    }

    /** The key of the words for where it goes. */
    @JsonIgnore
    public String destinationKey() {
        return "stocktake_to_" + destination.word();
    }
}
