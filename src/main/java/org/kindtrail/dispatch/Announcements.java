package org.kindtrail.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.NativeQuery;
import org.kindtrail.recipient.Disclosure;

/**
 * Which deliveries and which thanks donors have not been told of yet. It works for all organisations at once, and decides
 * nothing: when something may be told, the room says that knows it.
 */
@ApplicationScoped
public class Announcements {
    private static final String OF_DELIVERY =
            """
            select e.id as id, d.code as about, cast(null as timestamp with time zone) as given_at,
              cast(null as timestamp with time zone) as decided_at,
            """;
    private static final String OF_THANKS =
            """
            select t.id as id, t.code as about, t.given_at as given_at, coalesce(t.decided_at, t.given_at) as decided_at,
            """;
    private static final String FACTS =
            """
            d.id as dispatch_id, d.organisation_id, e.occurred_at, e.recorded_at, r.disclosure, o.time_zone,
            (select max(sent.recorded_at) from dispatch_line line join lot sent on sent.id = line.lot_id
             where line.dispatch_id = d.id) as came_in
            from delivery e
            join dispatch d on d.id = e.standing_dispatch_id
            join recipient r on r.id = d.recipient_id
            join organisation o on o.id = d.organisation_id
            """;

    private final EntityManager database;

    Announcements(EntityManager database) {
        this.database = database;
    }

    /**
     * A delivery that stands, or words of thanks that were let through for one.
     *
     * @param id the number of the delivery or of the thanks
     * @param about the code of the dispatch or of the thanks
     * @param arrivedAt when it arrived
     * @param recordedAt when that was written down
     * @param cameIn when the last of what was sent became known as being in the house
     * @param thanks when the thanks were given and let through; null for a delivery
     */
    public record News(
            Long id,
            String about,
            Long dispatch,
            Long organisation,
            Instant arrivedAt,
            Instant recordedAt,
            Instant cameIn,
            Disclosure disclosure,
            ZoneId zone,
            LetThrough thanks) {}

    /** When words of thanks were given, and when a coordinator let them through. */
    public record LetThrough(Instant givenAt, Instant approvedAt) {}

    /** Deliveries with numbers above that one. */
    public List<News> deliveries(Long after, int count) {
        return read(
                OF_DELIVERY + FACTS
                        + "where e.announced_at is null and e.id > :after order by e.id",
                after,
                count);
    }

    /** Thanks with numbers above that one. */
    public List<News> thanks(Long after, int count) {
        return read(
                OF_THANKS + FACTS
                        + "join thanks t on t.dispatch_id = d.id"
                        + " where t.announced_at is null and t.state = 'APPROVED' and t.id > :after order by t.id",
                after,
                count);
    }

    /** The delivery of the dispatch with the code, as it stands now. */
    public Optional<News> delivery(String dispatch) {
        return read(
                        OF_DELIVERY + FACTS + "where d.code = :about and e.id > :after", dispatch)
                .stream()
                .findFirst();
    }

    /**
     * The deliveries of the organisation as they stand now that donors were told of between these moments, but for those to
     * who agreed to be named.
     */
    public List<News> toldBetween(Long organisation, Instant from, Instant to) {
        return rows(typed(OF_DELIVERY + FACTS
                        + "where d.organisation_id = :organisation and e.announced_at >= :since and e.announced_at < :until"
                        + " and r.disclosure <> 'NAMED' order by e.id")
                .setParameter("organisation", organisation)
                .setParameter("since", from.atOffset(ZoneOffset.UTC))
                .setParameter("until", to.atOffset(ZoneOffset.UTC)));
    }

    /** The thanks with the code, when they are let through now. */
    public Optional<News> thanks(String code) {
        return read(
                        OF_THANKS + FACTS
                                + "join thanks t on t.dispatch_id = d.id"
                                + " where t.code = :about and t.state = 'APPROVED' and t.id > :after",
                        code)
                .stream()
                .findFirst();
    }

    private List<News> read(String sql, String about) {
        return rows(typed(sql).setParameter("about", about).setParameter("after", -1L));
    }

    private List<News> read(String sql, Long after, int count) {
        return rows(typed(sql).setParameter("after", after).setMaxResults(count));
    }

    @SuppressWarnings("unchecked")
    private NativeQuery<Object[]> typed(String sql) {
        return database.createNativeQuery(sql, Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("id", Long.class)
                .addScalar("about", String.class)
                .addScalar("given_at", Instant.class)
                .addScalar("decided_at", Instant.class)
                .addScalar("dispatch_id", Long.class)
                .addScalar("organisation_id", Long.class)
                .addScalar("occurred_at", Instant.class)
                .addScalar("recorded_at", Instant.class)
                .addScalar("disclosure", String.class)
                .addScalar("time_zone", String.class)
                .addScalar("came_in", Instant.class);
    }

    private static List<News> rows(jakarta.persistence.Query query) {
        return ((List<?>) query.getResultList())
                .stream().map(Object[].class::cast).map(Announcements::news).toList();
    }

    private static News news(Object[] row) {
        return new News(
                (Long) row[0],
                (String) row[1],
                (Long) row[4],
                (Long) row[5],
                (Instant) row[6],
                (Instant) row[7],
                (Instant) row[10],
                Disclosure.valueOf((String) row[8]),
                ZoneId.of((String) row[9]),
                row[2] == null ? null : new LetThrough((Instant) row[2], (Instant) row[3]));
    }

    /** Donors are told of the delivery now. @return whether nobody did so before */
    public boolean tellDelivery(Long id, Instant now) {
        return tell("update delivery set announced_at = :now where id = :id and announced_at is null", id, now);
    }

    /** Donors are told of the thanks now. @return whether nobody did so before */
    public boolean tellThanks(Long id, Instant now) {
        return tell("update thanks set announced_at = :now where id = :id and announced_at is null", id, now);
    }

    private boolean tell(String sql, Long id, Instant now) {
        return database.createNativeQuery(sql)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }
}
