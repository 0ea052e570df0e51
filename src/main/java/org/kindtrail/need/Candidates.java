package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.stock.Freshness;
import org.kindtrail.stock.KeptForProgramme;

/**
 * What in stock fits the lines of a need, oldest first and then in walking order. One question to the database for all
 * lines, and it costs by what is on hand of the items, not by what has been.
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

    private static final String OF_A_LINE =
            """
            (select %1$d as line, l.id as lot_id, l.code as lot, l.item_id as item_id, l.size as size, l.fits as fits,
               l.grade as grade, l.received_at as received_at, p.id as place_id, p.code as place,
               case when s.id is null then p.name when i.id = s.id then s.name || ', ' || p.name
                 else s.name || ', ' || i.name || ', ' || p.name end as place_words,
               b.on_hand - b.allocated as available,
               cast(sum(b.on_hand - b.allocated) over () as bigint) as in_all, count(*) over () as lots,
               row_number() over (order by case when l.item_id in (:asked%1$d) then 0 else 1 end, l.expires_on nulls last, l.received_at, coalesce(s.name, p.name), coalesce(s.id, p.id), p.walk, p.id, l.id)
                 as nth
             from balance b join lot l on l.id = b.lot_id join place p on p.id = b.place_id
               left join place s on s.id = p.top_id left join place i on i.id = p.parent_id
             where p.organisation_id = :organisation and b.item_id in (:items%1$d) and b.on_hand > b.allocated
               and coalesce(s.kind, p.kind) = 'SITE' and p.active and not p.sealed and (s.id is null or s.active)
               and l.grade in (:grades) and l.fits in (:fits%1$d)%2$s%4$s%5$s
             order by nth fetch first %3$d rows only)""";

    private static final String OF_SIZE = " and (l.size in (:sizes%1$d) or l.item_id in (:anysize%1$d))";

    /** No item has this id; it stands in a list that would be empty. */
    private static final Long NONE = -1L;

    private final EntityManager database;
    private final Catalogue catalogue;
    private final Scope scope;
    private final Freshness freshness;
    private final KeptForProgramme kept;

    Candidates(EntityManager database, Catalogue catalogue, Scope scope, Freshness freshness, KeptForProgramme kept) {
        this.kept = kept;
        this.freshness = freshness;
        this.database = database;
        this.catalogue = catalogue;
        this.scope = scope;
    }

    /**
     * @param lines of one need
     * @param each how many of each line are wanted at most
     * @return by the line's number; lines that nothing fits are absent
     */
    Map<Integer, List<Found>> of(List<NeedLine> lines, int each) {
        StringBuilder union = new StringBuilder();
        Map<String, Object> facts = new HashMap<>();
        for (NeedLine line : lines) {
            List<Long> items = items(line);
            if (items.isEmpty()) {
                continue;
            }
            int number = line.getLine();
            union.append(union.isEmpty() ? "" : " union all ")
                    .append(OF_A_LINE.formatted(
                            number, line.getSizes().isEmpty() ? "" : OF_SIZE.formatted(number), each, Freshness.SQL, KeptForProgramme.SQL));
            facts.put("items" + number, items);
            facts.put("asked" + number, askedFor(line, items));
            facts.put("fits" + number, names(FitsNeedPolicy.accepted(line.getFits(), itemOf(line))));
            if (!line.getSizes().isEmpty()) {
                facts.put("sizes" + number, line.getSizes());
                facts.put("anysize" + number, inAnySize(line, items));
            }
        }
        if (union.isEmpty()) {
            return Map.of();
        }
        NativeQuery<Tuple> question = typed("select * from (" + union + ") fitting order by line, nth");
        facts.forEach((name, value) -> question.setParameter(name, value));
        question.setParameter("organisation", scope.organisation());
        question.setParameter("today", freshness.today());
        question.setParameter("others", kept.others(lines.get(0).getNeed().programmeId()));
        question.setParameter("grades", names(FitsNeedPolicy.GIVEN));
        return question.getResultList().stream()
                .map(this::found)
                .collect(Collectors.groupingBy(Found::line, LinkedHashMap::new, Collectors.toList()));
    }

    @SuppressWarnings("unchecked")
    private NativeQuery<Tuple> typed(String sql) {
        return database.createNativeQuery(sql, Tuple.class)
                .unwrap(NativeQuery.class)
                .addScalar("line", StandardBasicTypes.INTEGER)
                .addScalar("lot_id", StandardBasicTypes.LONG)
                .addScalar("lot", StandardBasicTypes.STRING)
                .addScalar("item_id", StandardBasicTypes.LONG)
                .addScalar("size", StandardBasicTypes.STRING)
                .addScalar("fits", StandardBasicTypes.STRING)
                .addScalar("grade", StandardBasicTypes.STRING)
                .addScalar("received_at", StandardBasicTypes.INSTANT)
                .addScalar("place_id", StandardBasicTypes.LONG)
                .addScalar("place", StandardBasicTypes.STRING)
                .addScalar("place_words", StandardBasicTypes.STRING)
                .addScalar("available", StandardBasicTypes.LONG)
                .addScalar("in_all", StandardBasicTypes.LONG)
                .addScalar("lots", StandardBasicTypes.LONG);
    }

    private Found found(Tuple row) {
        return new Found(
                row.get("line", Integer.class),
                row.get("lot_id", Long.class),
                row.get("lot", String.class),
                catalogue.of(row.get("item_id", Long.class)),
                row.get("size", String.class),
                Wearer.valueOf(row.get("fits", String.class)),
                Grade.valueOf(row.get("grade", String.class)),
                row.get("received_at", Instant.class),
                row.get("place_id", Long.class),
                row.get("place", String.class),
                row.get("place_words", String.class),
                row.get("available", Long.class),
                row.get("in_all", Long.class),
                row.get("lots", Long.class));
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

    private List<Long> askedFor(NeedLine line, List<Long> items) {
        return orNone(items.stream().filter(id -> FitsNeedPolicy.isTheThing(line, catalogue.of(id))));
    }

    /** Those of them that will do in any size. */
    private List<Long> inAnySize(NeedLine line, List<Long> items) {
        return orNone(items.stream().filter(id -> FitsNeedPolicy.sizes(line, catalogue.of(id)).isEmpty()));
    }

    private static List<Long> orNone(Stream<Long> ids) {
        List<Long> some = ids.toList();
        return some.isEmpty() ? List.of(NONE) : some;
    }

    private static List<String> names(Iterable<? extends Enum<?>> constants) {
        List<String> names = new ArrayList<>();
        constants.forEach(constant -> names.add(constant.name()));
        return names;
    }
}
