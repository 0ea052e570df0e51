package org.kindtrail.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kindtrail.account.Scope;

/** Reads what stands on the days of the calendar: one statement for each kind, and no more rows than asked for. */
@ApplicationScoped
class CalendarEntries {
    private final EntityManager database;
    private final Scope scope;

    CalendarEntries(EntityManager database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    record OfRound(String code, LocalDate day, String vehicle, long stops) {}

    record OfAppointment(String code, Instant startsAt, String site, String recipient) {}

    record OfNeed(String code, LocalDate wantedBy, String recipient) {}

    record OfDrive(String code, LocalDate startsOn, LocalDate endsOn, String title) {}

    record OfDispatch(String code, Instant departedAt, String recipient) {}

    private <T> TypedQuery<T> between(String query, Class<T> row, Object from, Object to, int most) {
        return database.createQuery(query, row)
                .setParameter("organisation", scope.organisation())
                .setParameter("from", from)
                .setParameter("to", to)
                .setMaxResults(most);
    }

    List<OfRound> rounds(LocalDate from, LocalDate to, int most) {
        return between(
                        """
                        select r.code, r.day, r.vehicle, (select count(s) from RoundStop s where s.round = r) from DeliveryRound r
                        where r.organisationId = :organisation and r.day between :from and :to and r.state <> CANCELLED
                        order by r.day, r.id""",
                        OfRound.class, from, to, most)
                .getResultList();
    }

    List<OfAppointment> appointments(Instant from, Instant to, int most) {
        return between(
                        """
                        select a.code, a.startsAt, p.name, c.alias
                        from Appointment a join a.site p join a.dispatch d join d.recipient c
                        where a.organisationId = :organisation and a.startsAt >= :from and a.startsAt < :to and a.state <> CANCELLED
                        order by a.startsAt, a.id""",
                        OfAppointment.class, from, to, most)
                .getResultList();
    }

    List<OfNeed> needs(LocalDate from, LocalDate to, int most) {
        return between(
                        """
                        select n.code, n.wantedBy, c.alias from Need n join n.recipient c
                        where n.organisationId = :organisation and n.wantedBy between :from and :to and n.state = OPEN
                        order by n.wantedBy, n.id""",
                        OfNeed.class, from, to, most)
                .getResultList();
    }

    List<OfDrive> drives(LocalDate from, LocalDate to, int most) {
        return between(
                        """
                        select v.code, v.startsOn, v.endsOn, v.title from Drive v
                        where v.organisationId = :organisation
                          and (v.startsOn between :from and :to or v.endsOn between :from and :to)
                        order by v.startsOn, v.id""",
                        OfDrive.class, from, to, most)
                .getResultList();
    }

    List<OfDispatch> departures(Instant from, Instant to, int most) {
        return between(
                        """
                        select d.code, d.departedAt, c.alias from Dispatch d join d.recipient c
                        where d.organisationId = :organisation and d.departedAt >= :from and d.departedAt < :to
                          and d.state in (DEPARTED, DELIVERED)
                        order by d.departedAt, d.id""",
                        OfDispatch.class, from, to, most)
                .getResultList();
    }

    // For the feed: what leaves the house by it, and nothing else is read. Cancelled ones are told as such.

    record ToldRound(String code, LocalDate day, String vehicle, long stops, DeliveryRound.State state, Instant changedAt, int version) {}

    List<ToldRound> toldRounds(LocalDate from, LocalDate to, int most) {
        return between(
                        """
                        select r.code, r.day, r.vehicle, (select count(s) from RoundStop s where s.round = r), r.state, r.changedAt,
                          r.version
                        from DeliveryRound r
                        where r.organisationId = :organisation and r.day between :from and :to
                        order by r.day desc, r.id desc""",
                        ToldRound.class, from, to, most)
                .getResultList();
    }

    record ToldAppointment(
            String code, Instant startsAt, Instant endsAt, String site, Appointment.State state, Instant changedAt, int version) {}

    List<ToldAppointment> toldAppointments(Instant from, Instant to, int most) {
        return between(
                        """
                        select a.code, a.startsAt, a.endsAt, p.name, a.state, a.changedAt, a.version from Appointment a join a.site p
                        where a.organisationId = :organisation and a.startsAt >= :from and a.startsAt < :to
                        order by a.startsAt desc, a.id desc""",
                        ToldAppointment.class, from, to, most)
                .getResultList();
    }

    record ToldNeed(String code, LocalDate wantedBy, boolean open, Instant createdAt, int version) {}

    List<ToldNeed> toldNeeds(LocalDate from, LocalDate to, int most) {
        return between(
                        """
                        select n.code, n.wantedBy, case when n.state = OPEN then true else false end, n.createdAt, n.version from Need n
                        where n.organisationId = :organisation and n.wantedBy between :from and :to
                        order by n.wantedBy desc, n.id desc""",
                        ToldNeed.class, from, to, most)
                .getResultList();
    }
}
