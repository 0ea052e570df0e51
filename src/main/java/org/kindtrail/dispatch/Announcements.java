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
    private static final String FACTS =
            """
            d.id as dispatch_id, d.code as dispatch, d.organisation_id, d.departed_at, e.occurred_at, r.disclosure, o.time_zone
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
     * @param givenAt when the thanks were given; null for a delivery
     */
    public record News(
            Long id,
            String about,
            Instant givenAt,
            Long dispatch,
            Long organisation,
            Instant departedAt,
            Instant arrivedAt,
            Disclosure disclosure,
            ZoneId zone) {}

    /** Deliveries with numbers above that one. */
    public List<News> deliveries(Long after, int count) {
        return read(
                "select e.id as id, d.code as about, null as given_at, " + FACTS
                        + "where e.announced_at is null and e.id > :after order by e.id",
                after,
                count);
    }

    /** Thanks with numbers above that one. */
    public List<News> thanks(Long after, int count) {
        return read(
                "select t.id as id, t.code as about, t.given_at as given_at, " + FACTS
                        + "join thanks t on t.dispatch_id = d.id"
                        + " where t.announced_at is null and t.state = 'APPROVED' and t.id > :after order by t.id",
                after,
                count);
    }

    /** The delivery of the dispatch with the code, as it stands now. */
    public Optional<News> delivery(String dispatch) {
        return read(
                        "select e.id as id, d.code as about, null as given_at, " + FACTS + "where d.code = :about and e.id > :after",
                        dispatch)
                .stream()
                .findFirst();
    }

    /** The thanks with the code, when they are let through now. */
    public Optional<News> thanks(String code) {
        return read(
                        "select t.id as id, t.code as about, t.given_at as given_at, " + FACTS
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
                .addScalar("dispatch_id", Long.class)
                .addScalar("organisation_id", Long.class)
                .addScalar("departed_at", Instant.class)
                .addScalar("occurred_at", Instant.class)
                .addScalar("disclosure", String.class)
                .addScalar("time_zone", String.class);
    }

    private static List<News> rows(jakarta.persistence.Query query) {
        return ((List<?>) query.getResultList())
                .stream().map(Object[].class::cast).map(Announcements::news).toList();
    }

    private static News news(Object[] row) {
        return new News(
                (Long) row[0],
                (String) row[1],
                (Instant) row[2],
                (Long) row[3],
                (Long) row[4],
                (Instant) row[5],
                (Instant) row[6],
                Disclosure.valueOf((String) row[7]),
                ZoneId.of((String) row[8]));
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
