package org.kindtrail.stock;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.place.PlaceKind;

/** A move as both doors show it: what went from where to where in the house, by whom and when. */
@Schema(description = "What went from where to where in the house, goods and containers, under one document")
public record MoveView(
        @Schema(description = "Its code", examples = "M-0000-0000") String code,
        @Schema(nullable = true, description = "Why, as somebody wrote it; null when nobody did") String why,
        @Schema(description = "When it was") Instant occurredAt,
        @Schema(description = "When it was written down") Instant recordedAt,
        @Schema(nullable = true, description = "Who wrote it down; null when not a person") String recordedBy,
        @Schema(nullable = true, description = "When it was taken back; null while it stands") Instant reversedAt,
        @Schema(nullable = true, description = "Why it was taken back; null while it stands") String reversedWhy,
        @Schema(description = "The goods; at most 500, GET /movements?document= has all") List<Line> lines,
        @Schema(description = "The containers that were moved with all that is in them; at most 500") List<Carried> containers,
        @Schema(description = "Whether there is more than stands here") boolean more) {

    /** Some of a lot. */
    @Schema(name = "MovedLine", description = "Some of a lot that was moved")
    public record Line(
            @Schema(description = "Code of the lot", examples = "B-0000-0000") String lot,
            @Schema(description = "Code of its item", examples = "jumpers-man") String item,
            @Schema(description = "Name of its item, in the reader's language", examples = "Jumpers, man") String itemName,
            @Schema(nullable = true, description = "Its size; null when not told apart", examples = "L") String size,
            @Schema(description = "Its condition") Grade grade,
            @Schema(description = "How much, in the item's unit", examples = "12") long quantity,
            @Schema(description = "The same in words", examples = "12 pieces") String words,
            @Schema(description = "Code of where it lay", examples = "P-0000-0000") String from,
            @Schema(description = "That place in words") String fromName,
            @Schema(description = "Code of where it was put", examples = "P-0000-0000") String to,
            @Schema(description = "That place in words") String toName,
            @Schema(description = "Why it moved") Reason reason) {
        public String gradeKey() {
            return grade.wordsKey();
        }
    }

    /** A container that was moved with all that is in it. */
    @Schema(name = "MovedContainer", description = "A container that was moved with all that is in it")
    public record Carried(
            @Schema(description = "Its code", examples = "C-0000-0000") String container,
            @Schema(description = "What it is") PlaceKind kind,
            @Schema(description = "Its name") String name,
            @Schema(nullable = true, description = "Code of where it stood; null when it came to be there", examples = "P-0000-0000")
                    String from,
            @Schema(nullable = true, description = "That place in words") String fromName,
            @Schema(description = "Code of where it was put", examples = "P-0000-0000") String to,
            @Schema(description = "That place in words") String toName) {
        public String kindKey() {
            return "place_kind_" + kind.word();
        }
    }

    /** Whether goods were moved that can be taken back as they are; containers are moved back by another move. */
    public boolean undoable() {
        return reversedAt == null && containers.isEmpty();
    }
}
