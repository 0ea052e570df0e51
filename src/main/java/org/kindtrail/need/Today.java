package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.kindtrail.account.Organisation;
import org.kindtrail.account.Organisations;
import org.kindtrail.account.Scope;
import org.kindtrail.web.Frame;

/** The day that it is in the organisation of this request, also when the calendar asks, and how long promises hold there. */
@ApplicationScoped
class Today {
    private final Organisations organisations;
    private final Scope scope;
    private final Frame frame;
    private final Clock clock;

    Today(Organisations organisations, Scope scope, Frame frame, Clock clock) {
        this.frame = frame;
        this.organisations = organisations;
        this.scope = scope;
        this.clock = clock;
    }

    private Organisation mine() {
        return organisations.findById(scope.organisation());
    }

    /** Whoever is signed in has brought it along. */
    private ZoneId zone() {
        return frame.isSignedIn() ? frame.getZone() : ZoneId.of(mine().getTimeZone());
    }

    LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** The moment at which the day is over in the organisation. */
    Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone()).toInstant();
    }

    /** Until when what is promised today stands: a whole number of days, the last one to its end; null: for good. */
    Instant promisesUntil() {
        Integer days = mine().getAllocationDays();
        return days == null ? null : endOf(day().plusDays(days));
    }
}
