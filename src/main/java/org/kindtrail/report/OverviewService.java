package org.kindtrail.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.need.Urgency;
import org.kindtrail.stock.Lot;
import org.kindtrail.warehouse.ExpiringService;
import org.kindtrail.warehouse.LevelService;
import org.kindtrail.warehouse.LevelView;
import org.kindtrail.web.Frame;

/** Gathers what a coordinator should see first; few statements, however much there is. Nothing sealed is in it. */
@ApplicationScoped
public class OverviewService {
    static final int EXPIRING_DAYS = 30;
    static final int UNSORTED_DAYS = 7;
    static final int UNCONFIRMED_DAYS = 3;

    /** So many of a kind are named; the number beside them counts all. */
    private static final int NAMED = 5;
    /** Of those who have not confirmed more are named: whoever rings them up goes through the list. */
    private static final int MOST_DEPARTED = 60;

    private static final String URGENT =
            """
             from need n join recipient r on r.id = n.recipient_id
            where n.organisation_id = :organisation and n.state = 'OPEN' and n.urgency in ('CRITICAL', 'URGENT')
              and not exists (select 1 from need_line l where l.need_id = n.id and l.promised + l.sent > 0)
              and exists (select 1 from need_line l where l.need_id = n.id and l.arrived < l.quantity)""";

    private static final String DEPARTED =
            " from dispatch d join recipient r on r.id = d.recipient_id where d.organisation_id = :organisation"
                    + " and d.state = 'DEPARTED' and d.departed_at < :departed";

    private static final String LATE =
            " from shipment s where (s.organisation_id = :organisation or s.receiver_id = :organisation)"
                    + " and s.state = 'DEPARTED' and s.planned_arrival < :today";

    private static final String COUNTS =
            """
            select
              (select count(*) from thanks t where t.organisation_id = :organisation and t.state = 'WAITING'),
              (select count(*) from picture p where p.organisation_id = :organisation and p.audience is null and p.ending is null),
              (select count(*) from write_off w where w.organisation_id = :organisation and w.state = 'PROPOSED'),
              (select count(*) from stocktake c where c.organisation_id = :organisation and c.state = 'COUNTED'),
              (select count(*) from message m where m.organisation_id = :organisation and m.state in ('GIVEN_UP', 'DOUBTFUL')),
              (select count(*) from balance b join lot l on l.id = b.lot_id join place p on p.id = b.place_id
                where p.organisation_id = :organisation and l.grade = 'UNSORTED' and l.received_at < :unsorted),
              (select count(*)%s),
              (select count(*)%s),
              (select count(*)%s),
              (select count(*) from referral f where f.receiver_id = :organisation and f.state = 'OFFERED')"""
                    .formatted(URGENT, DEPARTED, LATE);

    private final EntityManager database;
    private final LevelService levels;
    private final ExpiringService expiring;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Scope scope;
    private final Frame frame;
    private final Clock clock;

    OverviewService(
            EntityManager database,
            LevelService levels,
            ExpiringService expiring,
            Catalogue catalogue,
            Goods goods,
            Scope scope,
            Frame frame,
            Clock clock) {
        this.database = database;
        this.levels = levels;
        this.expiring = expiring;
        this.catalogue = catalogue;
        this.goods = goods;
        this.scope = scope;
        this.frame = frame;
        this.clock = clock;
    }

    /** Everything at this moment. */
    @Transactional
    public OverviewView now() {
        Object[] counts = (Object[]) database.createNativeQuery(COUNTS, Object[].class)
                .setParameter("organisation", scope.organisation())
                .setParameter("unsorted", ago(UNSORTED_DAYS))
                .setParameter("departed", ago(UNCONFIRMED_DAYS))
                .setParameter("today", today())
                .getSingleResult();
        List<LevelView> low = levels.list(null, true, null, Integer.MAX_VALUE - 1).rows();
        return new OverviewView(
                number(counts[0]),
                number(counts[1]),
                number(counts[2]),
                number(counts[3]),
                number(counts[4]),
                number(counts[9]),
                low.size(),
                low.stream().limit(NAMED).map(OverviewService::low).toList(),
                number(counts[6]),
                urgent(),
                expiring.count(EXPIRING_DAYS),
                EXPIRING_DAYS,
                number(counts[5]),
                UNSORTED_DAYS,
                oldest(),
                number(counts[7]),
                UNCONFIRMED_DAYS,
                notConfirmed(),
                number(counts[8]),
                overdue());
    }

    private OffsetDateTime ago(int days) {
        return clock.instant().minus(days, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), frame.getZone());
    }

    private static OverviewView.Low low(LevelView level) {
        return new OverviewView.Low(
                level.item(), level.itemName(), level.size(), level.site(), level.siteName(), level.missing(), level.unit());
    }

    private List<Object[]> rows(String sql, int most, Map<String, Object> facts) {
        var query = database.createNativeQuery(sql, Object[].class).setParameter("organisation", scope.organisation());
        facts.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.setMaxResults(most).getResultList();
        return rows;
    }

    private List<OverviewView.UrgentNeed> urgent() {
        return rows(
                        "select n.code, r.alias, n.for_whom, n.urgency, n.created_at" + URGENT + " order by n.urgency, n.id",
                        NAMED,
                        Map.of())
                .stream()
                .map(row -> new OverviewView.UrgentNeed(
                        (String) row[0], (String) row[1], (String) row[2], Urgency.valueOf((String) row[3]), moment(row[4])))
                .toList();
    }

    private List<OverviewView.Old> oldest() {
        return database
                .createQuery(
                        """
                        select distinct l from Balance b join Lot l on l.id = b.lotId join fetch l.item i join Place p on p.id = b.placeId
                          left join p.top t
                        where p.organisationId = :organisation and coalesce(t.kind, p.kind) = SITE and i.category <> 'money'
                        order by l.receivedAt, l.id""",
                        Lot.class)
                .setParameter("organisation", scope.organisation())
                .setMaxResults(NAMED)
                .getResultList()
                .stream()
                .map(lot -> new OverviewView.Old(
                        lot.getCode(), goods.name(catalogue.of(lot.getItem().getId()), lot.getSize()), lot.getReceivedAt()))
                .toList();
    }

    private List<OverviewView.NotConfirmed> notConfirmed() {
        Map<String, String> aliases = new LinkedHashMap<>();
        Map<String, List<OverviewView.Departed>> dispatches = new LinkedHashMap<>();
        for (Object[] row : rows(
                "select r.code, r.alias, d.code, d.departed_at" + DEPARTED + " order by d.departed_at, d.id",
                MOST_DEPARTED,
                Map.of("departed", ago(UNCONFIRMED_DAYS)))) {
            Instant left = moment(row[3]);
            aliases.put((String) row[0], (String) row[1]);
            dispatches
                    .computeIfAbsent((String) row[0], none -> new ArrayList<>())
                    .add(new OverviewView.Departed((String) row[2], left, Duration.between(left, clock.instant()).toDays()));
        }
        return aliases.entrySet().stream()
                .map(each -> new OverviewView.NotConfirmed(each.getKey(), each.getValue(), dispatches.get(each.getKey())))
                .toList();
    }

    private List<OverviewView.Late> overdue() {
        return rows(
                        "select s.code, case when s.organisation_id <> :organisation then (select o.name from organisation o where o.id = s.organisation_id)"
                                + " when s.partner_id is null then (select o.name from organisation o where o.id = s.receiver_id)"
                                + " else (select p.name from partner p where p.id = s.partner_id) end, s.planned_arrival"
                                + LATE + " order by s.planned_arrival, s.id",
                        NAMED,
                        Map.of("today", today()))
                .stream()
                .map(row -> new OverviewView.Late((String) row[0], (String) row[1], LedgerFigures.day(row[2])))
                .toList();
    }

    private static Instant moment(Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        return value instanceof OffsetDateTime moment ? moment.toInstant() : ((java.sql.Timestamp) value).toInstant();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
