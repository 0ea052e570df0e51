package org.kindtrail.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kindtrail.account.Scope;
import org.kindtrail.dispatch.Arrangements;
import org.kindtrail.web.Frame;

/** Tells the page of a dispatch on which round it goes, and for which hours somebody was to fetch it. One statement. */
@ApplicationScoped
class Arranged implements Arrangements {
    /** Whoever is missed may be booked again; the latest of them are told. */
    private static final int MOST = 10;

    private final EntityManager database;
    private final Scope scope;
    private final Frame frame;

    Arranged(EntityManager database, Scope scope, Frame frame) {
        this.database = database;
        this.scope = scope;
        this.frame = frame;
    }

    private record Row(String round, LocalDate day, String appointment, Instant startsAt) {}

    @Override
    @Transactional
    public List<Arrangement> of(String dispatch) {
        List<Row> rows = rows(dispatch);
        List<Arrangement> all = new ArrayList<>();
        rows.stream()
                .filter(row -> row.round() != null)
                .findFirst()
                .ifPresent(row -> all.add(
                        new Arrangement("round_one", row.round(), "/rounds/" + row.round(), row.day(), null)));
        rows.stream().filter(row -> row.appointment() != null).map(this::appointment).forEach(all::add);
        return all;
    }

    private Arrangement appointment(Row row) {
        var starts = row.startsAt().atZone(frame.getZone());
        return new Arrangement(
                "round_appointment",
                row.appointment(),
                "/appointments/" + row.appointment(),
                starts.toLocalDate(),
                ClockTime.of(starts.toLocalTime().toSecondOfDay() / 60));
    }

    /** A dispatch is on one standing round at most; there is a row for each of its appointments. */
    private List<Row> rows(String dispatch) {
        return database.createQuery(
                        """
                        select r.code, r.day, a.code, a.startsAt from Dispatch d
                        left join RoundStop s on s.standingId = d.id left join s.round r
                        left join Appointment a on a.dispatch = d and a.state <> CANCELLED
                        where d.code = :dispatch and d.organisationId = :organisation
                        order by a.startsAt desc, a.id desc""",
                        Row.class)
                .setParameter("dispatch", dispatch)
                .setParameter("organisation", scope.organisation())
                .setMaxResults(MOST)
                .getResultList();
    }
}
