package org.kindtrail.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.kindtrail.account.Scope;
import org.kindtrail.dispatch.Dispatch;
import org.kindtrail.dispatch.DispatchLine;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;

/** The rounds of the organisation of this request. */
@ApplicationScoped
class Rounds {
    private static final int MOST_OFFERS = 200;
    private static final LocalDate NO_DAY = LocalDate.of(1900, 1, 1);
    private final EntityManager database;
    private final Scope scope;

    Rounds(EntityManager database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    void persist(DeliveryRound round) {
        database.persist(round);
    }

    void flush() {
        database.flush();
    }

    /** @throws NotFound when the organisation has no such round */
    DeliveryRound get(String typed) {
        return Code.read(CodeKind.ROUND, typed)
                .flatMap(code -> database.createQuery(
                                """
                                from DeliveryRound r left join fetch r.stops s left join fetch s.dispatch d left join fetch d.recipient
                                where r.code = :code and r.organisationId = :organisation""",
                                DeliveryRound.class)
                        .setParameter("code", code)
                        .setParameter("organisation", scope.organisation())
                        .getResultList()
                        .stream()
                        .findFirst())
                .orElseThrow(() -> new NotFound(typed));
    }

    /** Locks the row; nothing of the round is read yet, so that what is read afterwards is how it stands. */
    Long lock(String typed) {
        String code = Code.read(CodeKind.ROUND, typed).orElseThrow(() -> new NotFound(typed));
        List<Long> found = database.createNativeQuery(
                        "select id from delivery_round where code = ?1 and organisation_id = ?2 for update", Long.class)
                .setParameter(1, code)
                .setParameter(2, scope.organisation())
                .getResultList();
        if (found.isEmpty()) {
            throw new NotFound(typed);
        }
        return found.get(0);
    }

    /** Locks the dispatches on the round, and then the needs that they are for, always in the same order. */
    void lockWhatItCarries(Long round) {
        database.createNativeQuery(
                        "select id from dispatch where id in (select dispatch_id from round_stop where round_id = ?1)"
                                + " order by id for update",
                        Long.class)
                .setParameter(1, round)
                .getResultList();
        database.createNativeQuery(
                        "select id from need where id in (select d.need_id from dispatch d join round_stop s on s.dispatch_id = d.id"
                                + " where s.round_id = ?1) order by id for update",
                        Long.class)
                .setParameter(1, round)
                .getResultList();
    }

    /** The dispatches of the organisation among the codes, locked; in no order. */
    List<Dispatch> lockDispatches(Collection<String> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        List<Long> ids = database.createNativeQuery(
                        "select id from dispatch where organisation_id = :organisation and code in (:codes) order by id for update",
                        Long.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("codes", codes)
                .getResultList();
        return ids.isEmpty()
                ? List.of()
                : database.createQuery("from Dispatch d join fetch d.recipient where d.id in :ids", Dispatch.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** A dispatch that is on a standing round. */
    record Taken(String dispatch, String round) {}

    /** @param but the round that does not count; null: all do */
    List<Taken> taken(Collection<Dispatch> dispatches, Long but) {
        return database.createQuery(
                        """
                        select s.dispatch.code, s.round.code from RoundStop s
                        where s.standingId in :dispatches and s.round.id <> :but""",
                        Taken.class)
                .setParameter("dispatches", dispatches.stream().map(Dispatch::getId).toList())
                .setParameter("but", but == null ? -1L : but)
                .getResultList();
    }

    /** A dispatch for which somebody comes. */
    record Fetched(String dispatch, String appointment) {}

    List<Fetched> fetched(Collection<Dispatch> dispatches) {
        return database.createQuery(
                        "select a.dispatch.code, a.code from Appointment a where a.standingId in :dispatches", Fetched.class)
                .setParameter("dispatches", dispatches.stream().map(Dispatch::getId).toList())
                .getResultList();
    }

    /** A dispatch that waits for a vehicle or for somebody who fetches it. */
    record Offer(String dispatch, Dispatch.State state, String recipient, LocalDate wantedBy) {}

    /** Those on no standing round and without an appointment; what is wanted soonest stands first. */
    List<Offer> offers() {
        return database.createQuery(
                        """
                        select d.code, d.state, r.alias, n.wantedBy from Dispatch d join d.recipient r join d.need n
                        where d.organisationId = :organisation and d.state in (STAGED, LOADED)
                          and not exists (select 1 from RoundStop s where s.standingId = d.id)
                          and not exists (select 1 from Appointment a where a.standingId = d.id)
                        order by n.wantedBy nulls last, d.id""",
                        Offer.class)
                .setParameter("organisation", scope.organisation())
                .setMaxResults(MOST_OFFERS)
                .getResultList();
    }

    /** A row of the list, and where it stands in it. */
    record Found(
            Long id, String code, LocalDate day, DeliveryRound.State state, String vehicle, long stops, Instant departedAt) {
        RoundRow row() {
            return new RoundRow(code, day, state, vehicle, stops, departedAt);
        }
    }

    /** By day, the latest first; {@code before} is the id of the round to go on from. */
    List<Found> latest(DeliveryRound.State state, LocalDate day, Long before, int count) {
        LocalDate from = before == null ? LocalDate.of(9999, 12, 31) : dayOf(before);
        return database.createQuery(
                        """
                        select r.id, r.code, r.day, r.state, r.vehicle,
                          (select count(s) from RoundStop s where s.round = r), r.departedAt
                        from DeliveryRound r
                        where r.organisationId = :organisation and (r.day < :from or r.day = :from and r.id < :before)
                          and (:anyState = true or r.state = :state) and (:anyDay = true or r.day = :day)
                        order by r.organisationId desc, r.day desc, r.id desc""",
                        Found.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("from", from)
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setParameter("anyState", state == null)
                .setParameter("state", state == null ? DeliveryRound.State.PLANNED : state)
                .setParameter("anyDay", day == null)
                .setParameter("day", day == null ? NO_DAY : day)
                .setMaxResults(count)
                .getResultList();
    }

    private LocalDate dayOf(Long round) {
        return database.createQuery(
                        "select r.day from DeliveryRound r where r.id = :id and r.organisationId = :organisation", LocalDate.class)
                .setParameter("id", round)
                .setParameter("organisation", scope.organisation())
                .getResultList()
                .stream()
                .findFirst()
                .orElse(NO_DAY);
    }

    /** What the dispatches on the round carry, less what was taken back. */
    List<DispatchLine> carried(DeliveryRound round) {
        return database.createQuery(
                        """
                        from DispatchLine l join fetch l.dispatch d join fetch l.lot t join fetch t.item
                        join fetch l.place p left join fetch p.top left join fetch p.parent join l.allocation a
                        where d in (select s.dispatch from RoundStop s where s.round = :round)
                          and d.state <> CANCELLED and a.state <> VOIDED
                        order by l.id""",
                        DispatchLine.class)
                .setParameter("round", round)
                .getResultList();
    }
}
