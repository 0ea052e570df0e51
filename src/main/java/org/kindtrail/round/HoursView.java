package org.kindtrail.round;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The hand-over hours of a site as both doors show them. */
@Schema(description = "The hand-over hours of a site")
public record HoursView(
        @Schema(description = "Code of the site") String site,
        @Schema(description = "Its name") String siteName,
        @Schema(description = "The time zone in which the hours are told", examples = "Asia/Almaty") String timeZone,
        @Schema(description = "The hours, Monday first") List<HoursRow> hours,
        @Schema(description = "Raised by every change of the site; a change sends the one that it was made on") int version) {}
