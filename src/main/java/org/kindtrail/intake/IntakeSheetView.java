package org.kindtrail.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sheet to write down by hand what comes in, and what of it is recorded. */
@Schema(description = "A sheet to write down by hand what comes in: a line for each code, and what of it is recorded")
public record IntakeSheetView(
        @Schema(description = "Its code", examples = "DS-0000-0000") String code,
        @Schema(description = "Code of the drive", examples = "V-0000-0000") String drive,
        @Schema(description = "Title of the drive") String driveTitle,
        @Schema(description = "Whether the drive still takes something") boolean driveOpen,
        @Schema(description = "When its codes were made") Instant printedAt,
        @Schema(description = "Its lines, in their order on the paper") List<Line> lines) {
    /** A line: a code, and what was recorded under it. */
    @Schema(name = "IntakeSheetLine", description = "A line of an intake sheet: a code, and what was recorded under it")
    public record Line(
            @Schema(description = "Its number on the sheet, from 1", examples = "1") int line,
            @Schema(description = "The code that is printed there, of a label", examples = "B-0000-0000") String label,
            @Schema(nullable = true, description = "Code of the donation; null while nothing is recorded", examples = "D-0000-0000")
                    String donation,
            @Schema(nullable = true, description = "What came in, in the reader's words; null while nothing is recorded",
                    examples = "12 pieces: Jumpers, man, size L")
                    String what,
            @Schema(nullable = true, description = "When it came in") Instant receivedAt,
            @Schema(description = "Whether that donation was reversed; its code is used all the same") boolean reversed) {
        @JsonIgnore
        @Schema(hidden = true)
        public boolean isRecorded() {
            return donation != null;
        }
    }

    @JsonProperty
    @Schema(description = "How many of its lines are recorded", examples = "7")
    public int recorded() {
        return (int) lines.stream().filter(Line::isRecorded).count();
    }
}
