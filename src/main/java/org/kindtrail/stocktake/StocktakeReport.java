package org.kindtrail.stocktake;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The differences of a stocktake added up. */
@Schema(description = "The differences of a stocktake added up; currencies are never added")
public record StocktakeReport(
        @Schema(description = "Code of the stocktake", examples = "ST-0000-0000") String stocktake,
        @Schema(description = "How many lines were counted") long counted,
        @Schema(description = "How many of them differ") long differing,
        @Schema(description = "How many of them moved since they were counted") long moved,
        @Schema(description = "On how many of them counts disagree") long disagreeing,
        @Schema(description = "How many lines nobody counted") long uncounted,
        @Schema(description = "How many of these moved while the others counted: they are left out in any case") long uncountedMoved,
        @Schema(description = "How many differing lines have no known worth") long unvalued,
        @Schema(description = "What the differences are worth, by currency") List<Worth> worth,
        @Schema(description = "Raised by every change; the approval sends the one that it is about") int version) {

    /** What is missing and what is too much, in one currency. */
    @Schema(name = "StocktakeWorth", description = "What is missing and what is too much, in one currency")
    public record Worth(
            @Schema(description = "The currency", examples = "KZT") String currency,
            @Schema(description = "Worth of what is missing of counted lines", examples = "450.00") String missing,
            @Schema(description = "Worth of what is too much", examples = "0.00") String surplus,
            @Schema(description = "Worth of what nobody counted", examples = "0.00") String uncounted) {}
}
