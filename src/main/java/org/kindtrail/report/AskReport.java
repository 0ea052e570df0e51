package org.kindtrail.report;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Asks for the figures of a report. */
@Schema(description = "Asks for the figures of a report")
public record AskReport(
        @NotNull @SensibleDate @Schema(description = "First day", examples = "2026-05-01") LocalDate from,
        @NotNull @SensibleDate @Schema(description = "Last day, not before the first; at most ten years later", examples = "2026-05-31")
                LocalDate to,
        @Schema(description = "Code of a programme; absent: all", examples = "PR-0000-0000") String programme,
        @Schema(description = "Code of a drive; absent: all", examples = "V-0000-0000") String drive,
        @Text(max = 90, required = false)
                @Schema(description = "Country and name of a region, with a colon between; absent: all", examples = "KZ:Almaty region")
                String region,
        @Text(max = 40, required = false) @Schema(description = "Code of a category of items; absent: all", examples = "shoes")
                String category) {}
