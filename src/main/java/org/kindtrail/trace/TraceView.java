package org.kindtrail.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.picture.ShownPicture;
import org.kindtrail.stock.ConversionKind;

/** What became of one donation, as its donor may know it. */
@Schema(name = "Trace", description = "What became of one donation, as its donor may know it")
public record TraceView(
        @Schema(description = "Name of the organisation that received it", examples = "Almaty Helping Hands")
                String organisation,
        @Schema(description = "The drive at which it was received") DriveName drive,
        @Schema(description = "The day on which it was received") LocalDate receivedOn,
        @Schema(description = "Whether it was recorded by mistake; nothing else is told of it then") boolean reversed,
        @Schema(description = "The best news, in a sentence or a few") List<String> news,
        @Schema(description = "What was received at the door") List<Goods> received,
        @Schema(description = "What was in it, as far as it is sorted") List<Goods> contents,
        @Schema(description = "What became of each part; the quantities add up to what came in") List<Part> parts,
        @Schema(description = "The four steps of the way, and what is to be told at each") List<Step> way,
        @Schema(description = "What came of what was sold, bought or made, layer by layer: the last came of the ones before")
                List<Becoming> becoming,
        @Schema(description = "Thanks of those who received some of it") List<Thanks> thanks,
        @Schema(description = "Photographs and stories of its way, the newest first; images are at /t/{tracking code}/pictures/{code}")
                List<ShownPicture> pictures) {

    /** Whether others have a part in something that came of it. */
    public boolean anyShared() {
        return becoming.stream().anyMatch(each -> !each.alone());
    }

    /** A drive by its public name. */
    @Schema(name = "TraceDrive", description = "A drive by its public name")
    public record DriveName(
            @Schema(description = "Its code; its public page is at /d/{code}") String code,
            @Schema(description = "Its title") String title) {}

    /** Goods with their number. */
    @Schema(name = "TraceGoods", description = "Goods with their number")
    public record Goods(
            @Schema(description = "As people say it", examples = "4 jumpers") String words,
            @Schema(description = "How many, in the unit", examples = "4") long quantity,
            @Schema(description = "piece, pair, set, bag, gram, millilitre or a currency", examples = "piece")
                    String unit,
            @Schema(nullable = true, description = "Of money: the amount, in units of the currency; else null", examples = "18.00")
                    String amount) {}

    /**
     * What came of the gift in another shape. Of things that others have a part in, all are meant; of money that others have a
     * part in, the donor's part, by the shares of the ledger.
     */
    @Schema(name = "TraceBecoming", description = "What came of the gift in another shape")
    public record Becoming(
            @Schema(description = "By what it was made") ConversionKind how,
            @Schema(description = "Whether it came of this gift alone") boolean alone,
            @Schema(
                            nullable = true,
                            description = "How many other donors have a part in it; null when it came of this gift alone",
                            examples = "119")
                    Long others,
            @Schema(description = "What it is: of money that others have a part in, this donor's part") List<Goods> goods,
            @Schema(
                            description = "The same as a sentence",
                            examples = "With 119 other donors you helped buy 4 chair-beds.")
                    String sentence,
            @Schema(description = "What became of each part of it; the quantities add up to the goods") List<Part> parts) {}

    /** Goods with one fate. */
    @Schema(name = "TracePart", description = "Goods with one fate")
    public record Part(
            @Schema(description = "What became of them") Fate fate,
            @Schema(description = "The same as a sentence", examples = "4 jumpers reached a shelter in Almaty region.")
                    String sentence,
            @Schema(description = "Which goods") List<Goods> goods,
            @Schema(nullable = true, description = "Where they went, as much as the public may know; null for what stays")
                    String recipient,
            @Schema(
                            nullable = true,
                            description =
                                    "What the money is or was for, or the charity that goods were passed on to when everybody may know it; else null")
                    String about,
            @Schema(nullable = true, 
                            description =
                                    "The month in which they arrived, or by the end of which: the sentence says which of the two; null before",
                            examples = "2026-11")
                    String month,
            @Schema(nullable = true, description = "The day, only when the recipient agreed to be named") LocalDate day) {}

    /** How far a step of the way is done. */
    public enum StepState {
        @JsonProperty("done")
        DONE,
        @JsonProperty("partly")
        PARTLY,
        @JsonProperty("ahead")
        AHEAD;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A step of the way. */
    @Schema(name = "TraceStep", description = "A step of the way")
    public record Step(
            @Schema(description = "received, sorted, given or arrived", examples = "sorted") String name,
            @Schema(description = "How far it is done") StepState state,
            @Schema(description = "What is to be told here") List<String> sentences) {
        public String titleKey() {
            return "trace_step_" + name;
        }

        public String stateKey() {
            return "trace_state_" + state.word();
        }

        public String mark() {
            return state == StepState.DONE ? "reached" : state.word();
        }
    }

    /** A word of thanks that a coordinator let through. */
    @Schema(name = "TraceThanks", description = "A word of thanks that a coordinator let through")
    public record Thanks(
            @Schema(description = "As it was written") String words,
            @Schema(nullable = true, description = "From whom, as much as the public may know") String from) {}
}
