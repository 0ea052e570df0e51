package org.kindtrail.matching;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.need.Urgency;

/** A need in a plan. */
@Schema(description = "A need in a plan: what each line gets, and why no more")
public record PlanNeedView(
        @Schema(description = "Its number in the plan, from 1: the most urgent first", examples = "1") int turn,
        @Schema(description = "Code of the need", examples = "N-0000-0000") String need,
        @Schema(description = "For how many people of which kind") String forWhom,
        @Schema(description = "Code of the recipient", examples = "R-0000-0000") String recipient,
        @Schema(description = "What the house calls the recipient") String recipientAlias,
        @Schema(description = "How urgent it is") Urgency urgency,
        @Schema(nullable = true, description = "The day by which it is wanted") LocalDate wantedBy,
        @Schema(description = "Its lines that missed something") List<Line> lines) {

    /** A line of a need in a plan. */
    @Schema(name = "PlanLine", description = "A line of a need in a plan")
    public record Line(
            @Schema(description = "Its number in the need, from 1", examples = "1") int line,
            @Schema(description = "The item or category in words", examples = "Warm jumpers, man") String what,
            @Schema(nullable = true, description = "Who it must fit") Wearer fits,
            @Schema(description = "The sizes that will do; empty: any") List<String> sizes,
            @Schema(description = "How many are asked for", examples = "11") long asked,
            @Schema(description = "How many it had when the plan was made", examples = "0") long met,
            @Schema(description = "How many it missed then", examples = "11") long wanted,
            @Schema(description = "How many were proposed", examples = "6") long proposed,
            @Schema(description = "How many are given as people changed it", examples = "6") long given,
            @Schema(description = "Why no more was proposed") Why reason,
            @Schema(description = "What the reason names: codes of needs or programmes, or sizes; at most 3") List<String> named,
            @Schema(description = "The reason in words", examples = "All of it.") String why,
            @Schema(description = "What it gets, lot by lot") List<Pick> picks) {

        /** The sizes as people read them. */
        @JsonIgnore
        public String sizesInWords() {
            return String.join(", ", sizes);
        }
    }

    /** So much of a lot at a place. */
    @Schema(name = "PlanPick", description = "So much of a lot at a place")
    public record Pick(
            @Schema(description = "Its number in the plan, from 1", examples = "1") int pick,
            @Schema(description = "Code of the lot", examples = "B-0000-0000") String lot,
            @Schema(description = "The item in words", examples = "Warm jumpers, man") String itemWords,
            @Schema(nullable = true, description = "Its size", examples = "L") String size,
            @Schema(nullable = true, description = "The last day of use; null when it does not grow old") LocalDate expiresOn,
            @Schema(description = "Code of the place where it lies", examples = "P-0000-0000") String place,
            @Schema(description = "The place in words") String placeName,
            @Schema(description = "How many were proposed", examples = "6") long proposed,
            @Schema(description = "How many are given as people changed it", examples = "6") long quantity,
            @Schema(nullable = true, description = "How many were promised; null until the plan is confirmed") Long promised,
            @Schema(nullable = true, description = "How many of them are still there to be given; null when the plan has ended", examples = "6")
                    Long there,
            @Schema(nullable = true, description = "Why fewer are there; null when all are") Meanwhile meanwhile) {

        /** The field of the page in which it stands how much is given. */
        @JsonIgnore
        public String field() {
            return "pick-" + pick;
        }
    }

    /** What happened since the plan was made. */
    @Schema(name = "PlanMeanwhile", description = "What happened since the plan was made")
    public enum Meanwhile {
        /** Somebody else took it, or it was moved. */
        @JsonProperty("taken")
        TAKEN,
        /** The need was closed, withdrawn, passed on or has expired. */
        @JsonProperty("ended")
        ENDED,
        /** The line misses less by now. */
        @JsonProperty("met")
        MET,
        /** It is past its day by now. */
        @JsonProperty("past")
        PAST,
        /** It is sealed, on the road, or its place is closed. */
        @JsonProperty("reach")
        REACH,
        /** It does not fit any more: the line or the goods were changed, or it is kept for a programme. */
        @JsonProperty("unfit")
        UNFIT;

        /** The key of the sentence. */
        public String wordsKey() {
            return "matching_meanwhile_" + name().toLowerCase(Locale.ROOT);
        }
    }
}
