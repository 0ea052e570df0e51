package org.kindtrail.round;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What stands in the calendar from one day to another. */
@Schema(name = "Calendar", description = "What stands in the calendar from one day to another")
public record CalendarView(
        @Schema(description = "The first day") LocalDate from,
        @Schema(description = "The last day") LocalDate to,
        @Schema(description = "Whether everything is told; false when there was more of a kind than is told at a time")
                boolean complete,
        @Schema(description = "By day; those with an hour by it") List<CalendarEntry> entries) {}
