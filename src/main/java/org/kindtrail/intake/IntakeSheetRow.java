package org.kindtrail.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An intake sheet in a list. */
@Schema(description = "An intake sheet in a list")
public record IntakeSheetRow(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its code", examples = "DS-0000-0000") String code,
        @Schema(description = "Code of the drive", examples = "V-0000-0000") String drive,
        @Schema(description = "Title of the drive") String driveTitle,
        @Schema(description = "When its codes were made") Instant printedAt,
        @Schema(description = "How many lines it has", examples = "20") Long lines,
        @Schema(description = "How many of them are recorded", examples = "7") Long recorded) {}
