package org.kindtrail.round;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Unreadable;
import org.kindtrail.web.Frame;

/** The calendar for people: a month, and a day. */
@Path("/calendar")
@Produces("text/html")
public class CalendarPages {
    private final CalendarService calendar;
    private final Frame frame;
    private final Clock clock;

    CalendarPages(CalendarService calendar, Frame frame, Clock clock) {
        this.calendar = calendar;
        this.frame = frame;
        this.clock = clock;
    }

    /** What stands on a day, of one kind. */
    public record Section(CalendarEntry.Kind kind, List<CalendarEntry> entries) {}

    @CheckedTemplate(basePath = "round", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance month(Month month, List<String> weekdays, boolean complete);

        static native TemplateInstance day(
                LocalDate day, LocalDate previous, LocalDate next, String month, List<Section> sections, boolean complete);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), frame.getZone());
    }

    /** @param month as 2026-11; this month when not said */
    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance month(@QueryParam("month") String month) {
        YearMonth wanted = month == null || month.isBlank() ? YearMonth.from(today()) : read(month);
        CalendarView view = calendar.between(Month.firstShown(wanted), Month.lastShown(wanted));
        List<String> weekdays = Arrays.stream(Weekday.values())
                .map(day -> frame.say(day.wordsKey(), Map.of()))
                .toList();
        return Templates.month(Month.of(wanted, today(), view.entries()), weekdays, view.complete());
    }

    private static YearMonth read(String month) {
        if (!month.matches("2[0-9]{3}-(0[1-9]|1[0-2])")) {
            throw new Unreadable(
                    "month", "error_round_month", Map.of("given", month.length() <= 40 ? month : month.substring(0, 37) + "..."));
        }
        return YearMonth.parse(month);
    }

    @GET
    @Path("/{day}")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance day(@PathParam("day") String typed) {
        LocalDate day = read(typed, new NotFound(Given.shortened(typed)));
        CalendarView view = calendar.between(day, day);
        List<Section> sections = Arrays.stream(CalendarEntry.Kind.values())
                .map(kind -> new Section(
                        kind,
                        view.entries().stream().filter(entry -> entry.kind() == kind).toList()))
                .filter(section -> !section.entries().isEmpty())
                .toList();
        return Templates.day(day, day.minusDays(1), day.plusDays(1), YearMonth.from(day).toString(), sections, view.complete());
    }

    private static LocalDate read(String typed, NotFound none) {
        try {
            return Days.read("day", typed);
        } catch (Unreadable notADay) {
            throw none;
        }
    }
}
