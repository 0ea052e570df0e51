package org.kindtrail.round;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.web.Frame;

/** The calendar for programs. */
@Path("/api/v1/calendar")
@Produces("application/json")
@Tag(name = "calendar")
public class CalendarResource {
    private static final int USUAL_DAYS = 31;

    private final CalendarService calendar;
    private final Frame frame;
    private final Clock clock;

    CalendarResource(CalendarService calendar, Frame frame, Clock clock) {
        this.calendar = calendar;
        this.frame = frame;
        this.clock = clock;
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "getCalendar",
            summary = "Rounds, appointments, needs by the day they are wanted, drives beginning and ending, and departures",
            description = "From one day to another, both included, at most 62 days; today and the 30 days after it when not said.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CalendarView.class)))
    public CalendarView calendar(
            @Parameter(description = "The first day; left out, today", example = "2026-12-01") @QueryParam("from") String from,
            @Parameter(description = "The last day, at most 62 days from the first; left out, 30 days after it", example = "2026-12-31")
                    @QueryParam("to")
                    String to) {
        LocalDate first = Days.read("from", from);
        LocalDate last = Days.read("to", to);
        LocalDate begins = first == null ? LocalDate.ofInstant(clock.instant(), frame.getZone()) : first;
        return calendar.between(begins, last == null ? begins.plusDays(USUAL_DAYS - 1L) : last);
    }
}
