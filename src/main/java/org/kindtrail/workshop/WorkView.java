package org.kindtrail.workshop;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;

/** A work as both doors show it. */
@Schema(description = "A work: what went in, and what came out")
public record WorkView(
        @Schema(description = "Its code", examples = "WK-0000-0000") String code,
        @Schema(description = "kit (packed), opening, workshop or grading") WorkKind kind,
        @Schema(nullable = true, description = "Code of the kit; null when it is not about one") String kit,
        @Schema(nullable = true, description = "Name of what the kit is") String kitName,
        @Schema(nullable = true, description = "Code of the drive; of a step of a workshop only") String drive,
        @Schema(nullable = true, description = "Title of the drive") String driveTitle,
        @Schema(nullable = true, description = "Of an opening: code of the work that packed the kits") String packedBy,
        @Schema(nullable = true, description = "Kits packed or opened, or what was graded of the lot; null of a step")
                Long quantity,
        @Schema(description = "Code of the place where it was done", examples = "P-0000-0000") String place,
        @Schema(description = "That place in words") String placeName,
        @Schema(description = "What is worth knowing; perhaps empty") String remark,
        @Schema(description = "When it was done") Instant occurredAt,
        @Schema(description = "When it was written down") Instant recordedAt,
        @Schema(description = "Who wrote it down") String recordedBy,
        @Schema(nullable = true, description = "When it was reversed; null: it stands") Instant reversedAt,
        @Schema(description = "What went in") List<Line> inputs,
        @Schema(description = "What came out") List<Line> outputs) {

    /** A lot that went in or came out. */
    @Schema(name = "WorkViewLine", description = "So much of a lot went in or came out")
    public record Line(
            @Schema(description = "Code of the lot", examples = "B-0000-0000") String lot,
            @Schema(description = "Code of its item", examples = "soap") String item,
            @Schema(description = "The item in words", examples = "Soap") String name,
            @Schema(nullable = true, description = "Its size; null when not told apart") String size,
            @Schema(description = "Who it fits") Wearer fits,
            @Schema(description = "Its condition; what is unfit is let go") Grade grade,
            @Schema(description = "In the item's unit", examples = "20") long quantity,
            @Schema(description = "The item's unit", examples = "piece") String unit,
            @Schema(nullable = true, description = "Code of the place that it came from or went to; null: let go")
                    String place,
            @Schema(nullable = true, description = "That place in words; null: let go") String placeName) {
        /** The words for its condition. */
        public String gradeKey() {
            return grade.wordsKey();
        }
    }

    public boolean reversed() {
        return reversedAt != null;
    }
}
