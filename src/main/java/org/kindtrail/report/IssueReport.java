package org.kindtrail.report;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Issues a report: its figures are taken now and stay as they are. */
@Schema(description = "Issues a report: its figures are taken now and stay as they are")
public record IssueReport(
        @Text(max = 160) @Schema(description = "Its title", examples = "Warm clothes, May 2026") String title,
        @NotNull @SensibleDate @Schema(description = "First day", examples = "2026-05-01") LocalDate from,
        @NotNull @SensibleDate @Schema(description = "Last day; it is over", examples = "2026-05-31") LocalDate to,
        @Schema(description = "Code of a programme; absent: all", examples = "PR-0000-0000") String programme,
        @Schema(description = "Code of a drive; absent: all", examples = "V-0000-0000") String drive,
        @Text(max = 90, required = false)
                @Schema(description = "Country and name of a region, with a colon between; absent: all", examples = "KZ:Almaty region")
                String region,
        @Text(max = 40, required = false) @Schema(description = "Code of a category of items; absent: all", examples = "shoes")
                String category,
        @Schema(description = "Code of the issued report that this one corrects; absent: none", examples = "RP-0000-0000") String corrects) {
    AskReport asks() {
        return new AskReport(from, to, programme, drive, region, category);
    }
}
