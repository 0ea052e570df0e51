package org.kindtrail.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.catalogue.Grade;

/** What is in several containers at once, in a few statements however many they are. */
@ApplicationScoped
public class Insides {
    private static final int BATCH = 500;
    /** Deeper than containers stand in each other. */
    private static final int DEEPEST = 10;

    private final EntityManager database;

    Insides(EntityManager database) {
        this.database = database;
    }

    /** How much of an item in a size, grade and with a last day of use lies at a place. */
    public record Sum(Long place, Long itemId, String size, Grade grade, LocalDate expiresOn, Long quantity) {}

    /** How much of an item in a size. */
    record Kind(Long itemId, String size) {}

    /**
     * What is in a container and in what stands in it.
     *
     * @param kinds the most first
     * @param useBy the first of the last days of use; null: nothing in it grows old
     */
    record Inside(Map<Kind, Long> kinds, LocalDate useBy) {
        static final Inside NOTHING = new Inside(Map.of(), null);
    }

    /** What lies directly at the places, in their order; of a place by item, size, grade and last day. */
    public List<Sum> at(Collection<Long> places) {
        List<Sum> all = new ArrayList<>();
        List<Long> sorted = places.stream().distinct().sorted().toList();
        for (int from = 0; from < sorted.size(); from += BATCH) {
            all.addAll(database.createQuery(
                            """
                            select new org.kindtrail.container.Insides$Sum(b.placeId, b.itemId, l.size, l.grade,
                              l.expiresOn, sum(b.onHand))
                            from Balance b join Lot l on l.id = b.lotId where b.placeId in :places
                            group by b.placeId, b.itemId, l.size, l.grade, l.expiresOn
                            order by b.placeId, b.itemId, l.size, l.grade, l.expiresOn""",
                            Sum.class)
                    .setParameter("places", sorted.subList(from, Math.min(from + BATCH, sorted.size())))
                    .getResultList());
        }
        return all;
    }

    /** What is in each of the containers and in what stands in it; empty ones are absent. */
    Map<Long, Inside> of(Collection<Long> containers) {
        Set<Long> asked = Set.copyOf(containers);
        Map<Long, Long> in = in(asked);
        Set<Long> all = new HashSet<>(asked);
        all.addAll(in.keySet());
        Map<Long, Map<Kind, Long>> sums = new HashMap<>();
        Map<Long, LocalDate> useBy = new HashMap<>();
        for (Sum sum : at(all)) {
            for (Long place = sum.place(); place != null; place = in.get(place)) {
                if (asked.contains(place)) {
                    sums.computeIfAbsent(place, id -> new HashMap<>())
                            .merge(new Kind(sum.itemId(), sum.size()), sum.quantity(), Long::sum);
                    if (sum.expiresOn() != null) {
                        useBy.merge(place, sum.expiresOn(), (one, other) -> one.isBefore(other) ? one : other);
                    }
                }
            }
        }
        Map<Long, Inside> insides = new HashMap<>();
        sums.forEach((container, kinds) -> insides.put(container, new Inside(mostFirst(kinds), useBy.get(container))));
        return insides;
    }

    private static Map<Kind, Long> mostFirst(Map<Kind, Long> kinds) {
        Map<Kind, Long> sorted = new LinkedHashMap<>();
        kinds.entrySet().stream()
                .sorted(Map.Entry.<Kind, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(each -> each.getKey().itemId())
                        .thenComparing(each -> each.getKey().size() == null ? "" : each.getKey().size()))
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }

    /** Of all that stands in the containers, however deep: in what it stands. */
    private Map<Long, Long> in(Collection<Long> containers) {
        Map<Long, Long> in = new HashMap<>();
        List<Long> level = List.copyOf(containers);
        for (int deep = 0; !level.isEmpty() && deep < DEEPEST; deep++) {
            List<Long> next = new ArrayList<>();
            for (int from = 0; from < level.size(); from += BATCH) {
                database.createQuery(
                                "select p.id, p.parent.id from Place p where p.parent.id in :places", Object[].class)
                        .setParameter("places", level.subList(from, Math.min(from + BATCH, level.size())))
                        .getResultList()
                        .forEach(row -> {
                            if (in.put((Long) row[0], (Long) row[1]) == null) {
                                next.add((Long) row[0]);
                            }
                        });
            }
            level = next;
        }
        return in;
    }
}
