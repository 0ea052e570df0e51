package org.kindtrail.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.kindtrail.account.History;
import org.kindtrail.account.Organisation;
import org.kindtrail.account.Organisations;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Invalid;

/** What is taken away is noted before it is made. */
@ApplicationScoped
class ArchiveService {
    /** The day before which nothing can have been written down. */
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    /** Whose it is, and the moment. */
    record Asked(Long organisation, String code, String name, ZoneId zone, Instant now) {}

    /** Events that were written down from the first day to the last one. */
    record AskedEvents(Asked asked, LocalDate from, LocalDate to) {
        Events.Period period() {
            return new Events.Period(
                    from.atStartOfDay(asked.zone()).toInstant(), to.plusDays(1).atStartOfDay(asked.zone()).toInstant());
        }
    }

    private final Organisations organisations;
    private final Scope scope;
    private final History history;
    private final Clock clock;

    ArchiveService(Organisations organisations, Scope scope, History history, Clock clock) {
        this.organisations = organisations;
        this.scope = scope;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    Asked tables() {
        Asked asked = asked();
        history.note(asked.code(), "archive_taken", null, null);
        return asked;
    }

    /** @param from null or empty: from the beginning; {@code to}: until today */
    @Transactional
    AskedEvents events(String from, String to) {
        Asked asked = asked();
        LocalDate today = LocalDate.ofInstant(asked.now(), asked.zone());
        LocalDate last = Cursor.day("to", to, today);
        LocalDate first = from == null || from.isBlank() ? FIRST : Cursor.day("from", from, today);
        if (first.isAfter(last)) {
            throw Invalid.field("from", "archive_error_period", java.util.Map.of("from", first.toString(), "to", last.toString()));
        }
        history.note(asked.code(), "archive_events", (first.equals(FIRST) ? "" : first) + " - " + last, null);
        return new AskedEvents(asked, first, last);
    }

    private Asked asked() {
        Organisation mine = organisations.findById(scope.organisation());
        return new Asked(mine.getId(), mine.getCode(), mine.getName(), ZoneId.of(mine.getTimeZone()), clock.instant());
    }

    @Transactional
    String code() {
        return asked().code();
    }
}
