package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.database.KeptPlans;
import org.kindtrail.database.Vendor;
import org.kindtrail.kernel.Rows;
import org.kindtrail.stock.Freshness;
import org.kindtrail.stock.KeptForProgramme;

/**
 * What in stock fits the lines of a need, oldest first and then in walking order. One question to the database for all
 * lines, and it costs at most by what is on hand of the items, not by what has been.
 */
@ApplicationScoped
class Candidates {
    /** Something that fits. */
    record Found(
            int line,
            Long lotId,
            String lot,
            Item item,
            String size,
            Wearer fits,
            Grade grade,
            Instant receivedAt,
            Long placeId,
            String place,
            String placeWords,
            long available,
            long availableInAll,
            long count) {}

    /** In this order it is given: the thing that was asked for before another, then the oldest, then as one walks. */
    private static final String ORDER =
            "case when b.item_id = any(:asked%1$d) then 0 else 1 end, b.expires_on nulls last, b.received_at,"
                    + " coalesce(s.name, p.name), coalesce(s.id, p.id), p.walk, p.id, l.id";

    private static final String SHOWN =
            """
            %1$d as line, l.id as lot_id, l.code as lot, l.item_id as item_id, l.size as size, l.fits as fits,
               l.grade as grade, l.received_at as received_at, p.id as place_id, p.code as place,
               case when s.id is null then p.name when i.id = s.id then s.name || ', ' || p.name
                 else s.name || ', ' || i.name || ', ' || p.name end as place_words,
               b.on_hand - b.allocated as available""";

    private static final String NAMED =
            """

             left join lot l on l.id = b.lot_id left join place p on p.id = b.place_id
               left join place s on s.id = p.top_id left join place i on i.id = p.parent_id""";

    /**
     * Each is a question about one balance, and no join: a join would be begun at the places, of which there are more with
     * every dispatch, where a database thinks that few of them are sites.
     */
    private static final String FITTING =
            """

             where b.stored and b.on_hand > b.allocated
               and (select coalesce(s.kind, p.kind) = 'SITE' and p.active and not p.sealed and (s.id is null or s.active)
                      and p.organisation_id = :organisation
                    from place p left join place s on s.id = p.top_id where p.id = b.place_id)
               and (select l.grade = any(:grades) and l.fits = any(:fits%1$d) and (l.size = any(:sizes%1$d) or l.item_id = any(:anysize%1$d))"""
                    + Freshness.SQL + KeptForProgramme.ASKED_IN_SQL
                    + """

                    from lot l where l.id = b.lot_id)""";

    /** Looks at all that fits, to tell how much of it there is. */
    private static final String COUNTED = "(select " + SHOWN
            + """
            , cast(sum(b.on_hand - b.allocated) over () as bigint) as in_all, count(*) over () as lots,
               row_number() over (order by """
            + " " + ORDER + ") as nth from balance b" + NAMED + FITTING + " and b.item_id = any(:items%1$d)"
            + " order by nth fetch first :each rows only)";

    /** Goes through what lies there of each item, the oldest first, and stops at what is enough. */
    private static final String FIRST = "(select " + SHOWN + ", 0 as in_all, 0 as lots, row_number() over (order by " + ORDER
            + ") as nth from unnest(cast(:items%1$d as bigint array)) item (id) cross join lateral (select b.* from balance b" + NAMED + FITTING
            + " and b.item_id = item.id order by b.expires_on, b.received_at, coalesce(s.name, p.name), coalesce(s.id, p.id), p.walk, p.id, l.id"
            + " fetch first :each rows only) b" + NAMED + " order by nth fetch first :each rows only)";

    /** The statements for so many lines. */
    private final Map<Integer, String> counted = new ConcurrentHashMap<>();

    private final Map<Integer, String> first = new ConcurrentHashMap<>();

    private final EntityManager database;
    private final Catalogue catalogue;
    private final Scope scope;
    private final Freshness freshness;
    private final Vendor vendor;
    private final KeptPlans plans;

    Candidates(EntityManager database, Catalogue catalogue, Scope scope, Freshness freshness, Vendor vendor, KeptPlans plans) {
        this.vendor = vendor;
        this.plans = plans;
        this.freshness = freshness;
        this.database = database;
        this.catalogue = catalogue;
        this.scope = scope;
    }

    /**
     * With how much there is in all: it costs by all that is on hand of the items.
     *
     * @param lines of one need
     * @param each how many of each line are wanted at most
     * @return by the line's number; lines that nothing fits are absent
     */
    Map<Integer, List<Found>> of(List<NeedLine> lines, int each) {
        return found(lines, each, number -> counted.computeIfAbsent(number, some -> statement(some, COUNTED)));
    }

    /**
     * The same to be taken at once: how much there is in all is not told where that would cost more. On PostgreSQL it costs by
     * what is taken; the embedded database looks at all that is on hand of the items.
     */
    Map<Integer, List<Found>> oldest(List<NeedLine> lines, int each) {
        if (vendor != Vendor.POSTGRESQL) {
            return of(lines, each);
        }
        plans.inThisTransaction();
        return found(lines, each, number -> first.computeIfAbsent(number, some -> statement(some, FIRST)));
    }

    private Map<Integer, List<Found>> found(List<NeedLine> lines, int each, IntFunction<String> statement) {
        List<NeedLine> asked = new ArrayList<>();
        Map<String, Object> facts = new HashMap<>();
        for (NeedLine line : lines) {
            List<Long> items = items(line);
            if (!items.isEmpty()) {
                int at = asked.size();
                asked.add(line);
                facts.put("items" + at, numbers(items.stream()));
                facts.put("asked" + at, numbers(items.stream().filter(id -> FitsNeedPolicy.isTheThing(line, catalogue.of(id)))));
                facts.put("fits" + at, names(FitsNeedPolicy.accepted(line.getFits(), itemOf(line)).stream()));
                facts.put("sizes" + at, line.getSizes().toArray(String[]::new));
                facts.put("anysize" + at, numbers(inAnySize(line, items).stream()));
            }
        }
        if (asked.isEmpty()) {
            return Map.of();
        }
        facts.put("each", each);
        facts.put("organisation", scope.organisation());
        facts.put("today", freshness.today());
        facts.put("programme", KeptForProgramme.served(lines.get(0).getNeed().programmeId()));
        facts.put("grades", names(FitsNeedPolicy.GIVEN.stream()));
        return Rows.read(database, statement.apply(asked.size()), facts, row -> found(asked, row)).stream()
                .collect(Collectors.groupingBy(Found::line, LinkedHashMap::new, Collectors.toList()));
    }

    private static String statement(int lines, String ofALine) {
        return IntStream.range(0, lines)
                .mapToObj(ofALine::formatted)
                .collect(Collectors.joining(" union all ", "select * from (", ") fitting order by line, nth"));
    }

    private Found found(List<NeedLine> asked, Rows.Row row) throws SQLException {
        return new Found(
                asked.get(row.number(1).intValue()).getLine(),
                row.number(2),
                row.text(3),
                catalogue.of(row.number(4)),
                row.text(5),
                Wearer.valueOf(row.text(6)),
                Grade.valueOf(row.text(7)),
                row.moment(8),
                row.number(9),
                row.text(10),
                row.text(11),
                row.number(12),
                row.number(13),
                row.number(14));
    }

    /** The needs, other than this, to which things of the kind are promised; a few of them, to be named. */
    List<String> promisedElsewhere(Need need, NeedLine line) {
        List<Long> items = items(line);
        if (items.isEmpty()) {
            return List.of();
        }
        return database.createQuery(
                        """
                        select distinct a.purposeCode from Balance b join Allocation a on a.lot.id = b.lotId and a.place.id = b.placeId
                        where a.organisationId = :organisation and b.itemId in :items and b.allocated > 0
                          and a.state = PENDING and a.purposeCode <> :need and a.lot.fits in :fits
                          and (:anySize = true or a.lot.size in :sizes or b.itemId in :anysize)
                        order by a.purposeCode""",
                        String.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("items", items)
                .setParameter("need", need.getCode())
                .setParameter("fits", FitsNeedPolicy.accepted(line.getFits(), itemOf(line)))
                .setParameter("anysize", inAnySize(line, items))
                .setParameter("anySize", line.getSizes().isEmpty())
                .setParameter("sizes", line.getSizes().isEmpty() ? List.of("") : line.getSizes())
                .setMaxResults(5)
                .getResultList();
    }

    private Item itemOf(NeedLine line) {
        return line.getItem() == null ? null : catalogue.of(line.getItem().getId());
    }

    /**
     * The items that will do: the one asked for and its substitutes, or all of a category, retired ones included, for their
     * goods are still there.
     */
    private List<Long> items(NeedLine line) {
        return catalogue.byId().values().stream()
                .filter(item -> FitsNeedPolicy.isAskedFor(line, item))
                .map(Item::getId)
                .toList();
    }

    /** Those of them that will do in any size. */
    private List<Long> inAnySize(NeedLine line, List<Long> items) {
        return items.stream().filter(id -> FitsNeedPolicy.sizes(line, catalogue.of(id)).isEmpty()).toList();
    }

    private static Long[] numbers(Stream<Long> ids) {
        return ids.toArray(Long[]::new);
    }

    private static String[] names(Stream<? extends Enum<?>> constants) {
        return constants.map(Enum::name).toArray(String[]::new);
    }
}
