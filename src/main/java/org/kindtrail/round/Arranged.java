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

/** Tells the page of a dispatch on which round it goes, and for which hours somebody was to fetch it. Two statements. */
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

    private record OnRound(String code, LocalDate day) {}

    private record Fetched(String code, Instant startsAt) {}

    @Override
    @Transactional
    public List<Arrangement> of(String dispatch) {
        List<Arrangement> all = new ArrayList<>();
        rounds(dispatch).forEach(each ->
                all.add(new Arrangement("round_one", each.code(), "/rounds/" + each.code(), each.day(), null)));
        appointments(dispatch).forEach(each -> {
            var starts = each.startsAt().atZone(frame.getZone());
            all.add(new Arrangement(
                    "round_appointment",
                    each.code(),
                    "/appointments/" + each.code(),
                    starts.toLocalDate(),
                    ClockTime.of(starts.toLocalTime().toSecondOfDay() / 60)));
        });
        return all;
    }

    private List<OnRound> rounds(String dispatch) {
        return database.createQuery(
                        """
                        select r.code, r.day from RoundStop s join s.round r join s.dispatch d
                        where d.code = :dispatch and d.organisationId = :organisation and s.standingId is not null""",
                        OnRound.class)
                .setParameter("dispatch", dispatch)
                .setParameter("organisation", scope.organisation())
                .getResultList();
    }

    private List<Fetched> appointments(String dispatch) {
        return database.createQuery(
                        """
                        select a.code, a.startsAt from Appointment a join a.dispatch d
                        where d.code = :dispatch and d.organisationId = :organisation and a.state <> CANCELLED
                        order by a.startsAt desc, a.id desc""",
                        Fetched.class)
                .setParameter("dispatch", dispatch)
                .setParameter("organisation", scope.organisation())
                .setMaxResults(MOST)
                .getResultList();
    }
}
