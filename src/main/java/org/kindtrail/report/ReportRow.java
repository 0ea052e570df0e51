package org.kindtrail.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An issued report in a list. */
@Schema(description = "An issued report in a list")
public record ReportRow(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its number", examples = "RP-0000-0000") String code,
        @Schema(description = "Its title") String title,
        @Schema(description = "First day") LocalDate from,
        @Schema(description = "Last day") LocalDate to,
        @Schema(description = "When it was issued") Instant issuedAt,
        @Schema(description = "Who issued it") String issuedBy,
        @Schema(nullable = true, description = "The report that it corrects") String corrects,
        @Schema(nullable = true, description = "The latest report that corrects it") String correctedBy) {}
