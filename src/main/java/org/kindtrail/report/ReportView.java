package org.kindtrail.report;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An issued report. */
@Schema(name = "Report", description = "An issued report: its figures stay as they were when it was issued")
public record ReportView(
        @Schema(description = "Its number", examples = "RP-0000-0000") String code,
        @Schema(description = "Its title", examples = "Warm clothes, May 2026") String title,
        @Schema(description = "When it was issued") Instant issuedAt,
        @Schema(description = "Who issued it") String issuedBy,
        @Schema(nullable = true, description = "The report that it corrects") String corrects,
        @Schema(description = "The reports that correct it, oldest first") List<String> correctedBy,
        @Schema(description = "Its figures") ReportData data) {}
