package org.kindtrail.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.need.FitsNeedPolicy;
import org.kindtrail.stock.Freshness;
import org.kindtrail.stock.KeptForProgramme;

/**
 * What could be had: the items and sizes of which something is free, and how much. Where it is, of which lot, and who gave it is
 * not asked for. One question to the database, whose cost is that of what is on hand.
 */
@ApplicationScoped
class FreeStock {
    private static final String FREE =
            """
            select b.item_id as item_id, l.size as size, cast(sum(b.on_hand - b.allocated) as bigint) as free
            from balance b join lot l on l.id = b.lot_id join place p on p.id = b.place_id left join place s on s.id = p.top_id
            where p.organisation_id = :organisation and b.on_hand > b.allocated and coalesce(s.kind, p.kind) = 'SITE'
              and p.active and not p.sealed and (s.id is null or s.active) and l.grade in (:grades)"""
                    + Freshness.SQL + KeptForProgramme.SQL + " group by b.item_id, l.size";

    private final EntityManager database;
    private final Catalogue catalogue;
    private final Freshness freshness;
    private final KeptForProgramme kept;
    private final Scope scope;

    FreeStock(EntityManager database, Catalogue catalogue, Freshness freshness, KeptForProgramme kept, Scope scope) {
        this.database = database;
        this.catalogue = catalogue;
        this.freshness = freshness;
        this.kept = kept;
        this.scope = scope;
    }

    /**
     * In shelf order and then by name.
     *
     * @param search part of a name; null or blank: all
     */
    List<FreeItemView> all(String search) {
        Map<Long, Map<String, Long>> free = free();
        String wanted = search == null ? "" : search.strip().toLowerCase(Locale.ROOT);
        List<String> shelf = catalogue.categories();
        return free.keySet().stream()
                .map(catalogue::of)
                .filter(item -> !item.getCategory().equals(Catalogue.UNSORTED) && !Catalogue.isMoney(item))
                .filter(item -> catalogue.label(item).toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing((Item item) -> shelf.indexOf(item.getCategory()))
                        .thenComparing(item -> catalogue.label(item))
                        .thenComparing(Item::getCode))
                .map(item -> view(item, free.get(item.getId())))
                .toList();
    }

    private Map<Long, Map<String, Long>> free() {
        Map<Long, Map<String, Long>> free = new HashMap<>();
        for (Tuple row : typed()
                .setParameter("organisation", scope.organisation())
                .setParameter("today", freshness.today())
                .setParameter("others", kept.others(null))
                .setParameter("grades", FitsNeedPolicy.GIVEN.stream().map(Enum::name).toList())
                .getResultList()) {
            String size = row.get("size", String.class);
            free.computeIfAbsent(row.get("item_id", Long.class), item -> new HashMap<>())
                    .merge(size == null ? "" : size, row.get("free", Long.class), Long::sum);
        }
        return free;
    }

    @SuppressWarnings("unchecked")
    private NativeQuery<Tuple> typed() {
        return database.createNativeQuery(FREE, Tuple.class)
                .unwrap(NativeQuery.class)
                .addScalar("item_id", StandardBasicTypes.LONG)
                .addScalar("size", StandardBasicTypes.STRING)
                .addScalar("free", StandardBasicTypes.LONG);
    }

    private FreeItemView view(Item item, Map<String, Long> bySize) {
        List<FreeItemView.Size> sizes = new ArrayList<>();
        item.getSizes().stream()
                .filter(bySize::containsKey)
                .forEach(size -> sizes.add(new FreeItemView.Size(size, bySize.get(size))));
        return new FreeItemView(
                item.getCode(),
                catalogue.label(item),
                catalogue.categoryName(item.getCategory()),
                item.getUnit(),
                bySize.values().stream().mapToLong(Long::longValue).sum(),
                sizes);
    }
}
