package org.kindtrail.drive;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Opens a drive, or tells it anew. */
@Schema(description = "Opens a drive, or tells it anew")
public record OpenDrive(
        @NotNull @Schema(description = "What the drive is for", examples = "collection") DriveKind kind,
        @Text(max = 160) @Schema(description = "Its title, shown in public", examples = "Warm clothes for eleven men")
                String title,
        @Text(max = 2000, required = false) @Schema(description = "What it gathers and what for, shown in public")
                String about,
        @NotNull @SensibleDate @Schema(description = "First day", examples = "2026-11-01") LocalDate startsOn,
        @NotNull @SensibleDate @Schema(description = "Last day, not before the first", examples = "2026-12-20")
                LocalDate endsOn,
        @NotNull @Schema(description = "Code of the site where its goods come in", examples = "P-0000-0000") String site) {}
