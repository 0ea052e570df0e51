package org.kindtrail.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A programme as both doors show it. */
@Schema(description = "A programme: a funded undertaking")
public record ProgrammeView(
        @Schema(description = "Its code", examples = "PR-0000-0000") String code,
        @Schema(description = "Its name") String name,
        @Schema(description = "Who pays for it") String funder,
        @Schema(description = "What it does; empty when nobody said") String about,
        @Schema(description = "First day") LocalDate startsOn,
        @Schema(description = "Last day") LocalDate endsOn,
        @Schema(description = "ISO 4217 code of the currency of its budget") String currency,
        @Schema(description = "Whether things can be charged to it") boolean open,
        @Schema(nullable = true, description = "When it was closed; null while it is open") Instant closedAt,
        @Schema(description = "Whether it has ended and what was kept for it may go to anything") boolean freesGoods,
        @Schema(description = "Organisations that work in it") List<Partner> partners,
        @Schema(nullable = true, description = "Its money; null for who may not see funds") Budget budget,
        @Schema(description = "What it is to reach") List<Target> targets,
        @Schema(description = "Raised by every change; a change sends the one that it was made on") int version) {

    /** The key of the words for how it stands. */
    public String stateKey() {
        return open ? "programme_is_open" : freesGoods ? "programme_is_freed" : "programme_is_closed";
    }

    /** Whether it is told how far its targets are reached. */
    public boolean reachedIsShown() {
        return targets.stream().anyMatch(target -> target.reached() != null);
    }

    /** An organisation that works in it. */
    @Schema(name = "ProgrammePartnerView", description = "An organisation that works in a programme")
    public record Partner(
            @Schema(description = "Its name") String name,
            @Schema(description = "What it does in the programme") PartnerRole role,
            @Schema(nullable = true, description = "Its code, if it is an organisation of this installation; null when it is not")
                    String organisation) {
        public String roleKey() {
            return role.wordsKey();
        }
    }

    /** Its money. */
    @Schema(name = "ProgrammeBudget", description = "What a programme may spend, and what it has spent")
    public record Budget(
            @Schema(description = "What may be spent in all", examples = "250000.00") String amount,
            @Schema(description = "What is spent of it, in the programme's currency, less what came back", examples = "48000.00")
                    String spent,
            @Schema(description = "What is left of it; with a minus when more was spent", examples = "202000.00") String left,
            @Schema(description = "What was spent on no line, in the programme's currency", examples = "0.00") String onNoLine,
            @Schema(description = "What was spent besides in other currencies, on any line or none") List<Amount> besides,
            @Schema(description = "The lines") List<Line> lines) {
        /** Whether something was spent on no line. */
        public boolean strays() {
            return onNoLine.chars().anyMatch(c -> c >= '1' && c <= '9');
        }
    }

    /** A budget line. */
    @Schema(name = "BudgetLineView", description = "What may be spent on something, and what was")
    public record Line(
            @Schema(description = "Its number; purchases and pay-outs name it", examples = "1") int line,
            @Schema(description = "What for", examples = "Warm clothes") String name,
            @Schema(description = "How much may be spent on it", examples = "250000.00") String amount,
            @Schema(description = "What is spent of it, in the programme's currency, less what came back", examples = "48000.00")
                    String spent,
            @Schema(description = "What is left of it; with a minus when more was spent", examples = "202000.00") String left,
            @Schema(description = "What was spent on it besides in other currencies") List<Amount> besides) {
        public boolean overspent() {
            return left.startsWith("-");
        }
    }

    /** An amount of money. */
    @Schema(name = "ProgrammeAmount", description = "An amount of money")
    public record Amount(
            @Schema(description = "How much", examples = "12.50") String amount,
            @Schema(description = "ISO 4217 code of the currency", examples = "USD") String currency) {}

    /** What it is to reach. */
    @Schema(name = "ProgrammeTargetView", description = "What a programme is to reach")
    public record Target(
            @Schema(description = "Its number, from 1", examples = "1") int target,
            @Schema(description = "What is counted") TargetKind kind,
            @Schema(nullable = true, description = "Of items distributed: code of the category that is counted; null: all", examples = "tops")
                    String category,
            @Schema(nullable = true, description = "That category in words; null: all", examples = "Tops") String categoryName,
            @Schema(description = "How many", examples = "500") long number,
            @Schema(description = "By the end of which day") LocalDate by,
            @Schema(
                            nullable = true,
                            description = "How many there are by now; of people those whom reports may tell, so at least. null: for coordinators only",
                            examples = "120")
                    Long reached,
            @Schema(nullable = true, description = "The same in whole per cent, rounded down; null with it", examples = "24") Long percent) {
        public String kindKey() {
            return kind.wordsKey();
        }
    }
}
