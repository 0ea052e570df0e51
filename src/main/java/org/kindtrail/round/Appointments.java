package org.kindtrail.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.kindtrail.account.Organisations;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.place.Place;

/** Appointments and hand-over hours of the organisation of this request. */
@ApplicationScoped
class Appointments {
    private static final String WITH_ALL =
            "from Appointment a join fetch a.site join fetch a.dispatch d join fetch d.recipient ";
    private final EntityManager database;
    private final Organisations organisations;
    private final Scope scope;

    Appointments(EntityManager database, Organisations organisations, Scope scope) {
        this.database = database;
        this.organisations = organisations;
        this.scope = scope;
    }

    /** In which the organisation tells its hours. */
    ZoneId zone() {
        return ZoneId.of(organisations.findById(scope.organisation()).getTimeZone());
    }

    void persist(Appointment appointment) {
        database.persist(appointment);
    }

    void flush() {
        database.flush();
    }

    /** @throws NotFound when the organisation has no such appointment, or it is gone */
    Appointment get(String typed) {
        return Code.read(CodeKind.APPOINTMENT, typed)
                .flatMap(code -> database.createQuery(
                                WITH_ALL + "where a.code = :code and a.organisationId = :organisation", Appointment.class)
                        .setParameter("code", code)
                        .setParameter("organisation", scope.organisation())
                        .getResultList()
                        .stream()
                        .findFirst())
                .orElseThrow(() -> new NotFound(typed));
    }

    /** Locked before it is read. */
    Appointment lock(String typed) {
        Code.read(CodeKind.APPOINTMENT, typed).ifPresent(code -> database.createNativeQuery(
                        "select id from appointment where code = ?1 and organisation_id = ?2 for update", Long.class)
                .setParameter(1, code)
                .setParameter(2, scope.organisation())
                .getResultList());
        return get(typed);
    }

    Optional<Place> site(String typed) {
        return site(typed, LockModeType.NONE);
    }

    /** Locked until the transaction ends: one at a time books there. */
    Optional<Place> lockSite(String typed) {
        return site(typed, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Place> site(String typed, LockModeType how) {
        return Code.read(CodeKind.PLACE, typed)
                .flatMap(code -> database.createQuery(
                                "from Place p where p.code = :code and p.organisationId = :organisation and p.kind = SITE",
                                Place.class)
                        .setParameter("code", code)
                        .setParameter("organisation", scope.organisation())
                        .setLockMode(how)
                        .getResultList()
                        .stream()
                        .findFirst());
    }

    List<HandOverHours> hoursOf(Place site) {
        return database.createQuery(
                        "from HandOverHours h where h.siteId = :site order by h.weekday, h.opens, h.id", HandOverHours.class)
                .setParameter("site", site.getId())
                .getResultList();
    }

    /** In place of those that there were; the site is locked, and its version raised. */
    void replaceHours(Place site, List<HandOverHours> hours) {
        database.createQuery("delete from HandOverHours h where h.siteId = :site")
                .setParameter("site", site.getId())
                .executeUpdate();
        hours.forEach(database::persist);
        database.lock(site, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        database.flush();
    }

    /** Open sites at which goods are handed over. */
    List<Place> sitesWithHours() {
        return database.createQuery(
                        """
                        from Place p where p.organisationId = :organisation and p.active and p.kind = SITE
                          and exists (select 1 from HandOverHours h where h.siteId = p.id) order by p.name, p.id""",
                        Place.class)
                .setParameter("organisation", scope.organisation())
                .setMaxResults(500)
                .getResultList();
    }

    /** An hour that is taken at a site. */
    record Hour(Long appointment, Instant startsAt, Instant endsAt) {
        boolean meets(Slot slot) {
            return startsAt.isBefore(slot.endsAt()) && endsAt.isAfter(slot.startsAt());
        }
    }

    /** Those that are not called off and lie, with any part of them, between the moments. */
    List<Hour> hours(Place site, Instant from, Instant to) {
        return database.createQuery(
                        """
                        select a.id, a.startsAt, a.endsAt from Appointment a
                        where a.site = :site and a.state <> CANCELLED and a.startsAt < :to and a.endsAt > :from""",
                        Hour.class)
                .setParameter("site", site)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
    }

    /** Code of the standing round that the dispatch is on; empty when it is on none. */
    Optional<String> roundOf(Long dispatch) {
        return database.createQuery("select s.round.code from RoundStop s where s.standingId = :dispatch", String.class)
                .setParameter("dispatch", dispatch)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Code of the appointment for which the dispatch is booked; empty when it has none. */
    Optional<String> bookedFor(Long dispatch) {
        return database.createQuery("select a.code from Appointment a where a.standingId = :dispatch", String.class)
                .setParameter("dispatch", dispatch)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** By their hour; {@code after} is the id of the one to go on from. */
    List<Appointment> byHour(Instant from, Instant to, Long after, int count) {
        Instant start = after == null ? from : startOf(after);
        return database.createQuery(
                        WITH_ALL
                                + """
                                where a.organisationId = :organisation and a.startsAt >= :from and a.startsAt < :to
                                  and (a.startsAt > :start or a.startsAt = :start and a.id > :after)
                                order by a.organisationId, a.startsAt, a.id""",
                        Appointment.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("start", start)
                .setParameter("after", after == null ? -1L : after)
                .setMaxResults(count)
                .getResultList();
    }

    /** When it was deleted meanwhile, the list ends. */
    private Instant startOf(Long appointment) {
        return database.createQuery(
                        "select a.startsAt from Appointment a where a.id = :id and a.organisationId = :organisation", Instant.class)
                .setParameter("id", appointment)
                .setParameter("organisation", scope.organisation())
                .getResultList()
                .stream()
                .findFirst()
                .orElse(Instant.parse("9000-01-01T00:00:00Z"));
    }

    /** Organisations that have appointments of before the moment, whoever asks. */
    List<Long> organisationsWithSomeBefore(Instant moment) {
        return database.createQuery(
                        "select distinct a.organisationId from Appointment a where a.startsAt < :moment", Long.class)
                .setParameter("moment", moment)
                .getResultList();
    }

    /** @return how many there were */
    int deleteBefore(LocalDate day) {
        return database.createQuery("delete from Appointment a where a.organisationId = :organisation and a.startsAt < :moment")
                .setParameter("organisation", scope.organisation())
                .setParameter("moment", day.atStartOfDay(zone()).toInstant())
                .executeUpdate();
    }
}
