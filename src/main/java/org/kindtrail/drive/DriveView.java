package org.kindtrail.drive;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A drive as both doors show it. */
@Schema(description = "A drive")
public record DriveView(
        @Schema(description = "Its code; the public page of the drive is at /d/{code}") String code,
        @Schema(description = "What the drive is for") DriveKind kind,
        @Schema(description = "Its title") String title,
        @Schema(nullable = true, description = "What it gathers and what for") String about,
        @Schema(description = "First day") LocalDate startsOn,
        @Schema(description = "Last day") LocalDate endsOn,
        @Schema(description = "Code of the site where its goods come in") String site,
        @Schema(description = "Name of that site") String siteName,
        @Schema(description = "Whether it takes donations") boolean open,
        @Schema(description = "Raised by every change; a change sends the one that it was made on") int version) {}
