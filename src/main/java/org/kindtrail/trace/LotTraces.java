package org.kindtrail.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.place.Place;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Lots;
import org.kindtrail.stock.Movement;

/** Follows a lot through the ledger, for people of the house: everything that came with it is read in one statement. */
@ApplicationScoped
public class LotTraces {
    private final EntityManager database;
    private final Lots lots;
    private final Catalogue catalogue;

    LotTraces(EntityManager database, Lots lots, Catalogue catalogue) {
        this.database = database;
        this.lots = lots;
        this.catalogue = catalogue;
    }

    /** @throws NotFound when the organisation has no such lot */
    @Transactional
    public LotTrace of(String code) {
        Lot lot = lots.get(code);
        return new Family(lot).trace(lot);
    }

    /** All lots of one origin, and how one became the other. */
    private final class Family {
        private final Map<Lot, List<Movement>> moved;
        private final Set<Long> reversed;
        /** By a conversion's document: what went in, and what came out. */
        private final Map<String, Set<Lot>> inputs = new LinkedHashMap<>();

        private final Map<String, Set<Lot>> outputs = new LinkedHashMap<>();

        private Family(Lot lot) {
            List<Movement> movements = database.createQuery(
                            """
                            from Movement m join fetch m.lot l join fetch l.item join fetch m.fromPlace f
                              join fetch m.toPlace t left join fetch f.parent left join fetch t.parent
                            where l.origin = :origin and l.organisationId = :organisation order by m.id""",
                            Movement.class)
                    .setParameter("origin", lot.getOrigin())
                    .setParameter("organisation", lot.getOrganisationId())
                    .getResultList();
            moved = movements.stream()
                    .collect(Collectors.groupingBy(Movement::getLot, LinkedHashMap::new, Collectors.toList()));
            reversed = movements.stream()
                    .map(Movement::getReverses)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            movements.stream().filter(this::stands).forEach(movement -> {
                if (movement.getToPlace().getKind() == PlaceKind.CONVERTED) {
                    inputs.computeIfAbsent(movement.getDocument(), each -> new LinkedHashSet<>()).add(movement.getLot());
                }
                if (movement.getFromPlace().getKind() == PlaceKind.CONVERTED) {
                    outputs.computeIfAbsent(movement.getDocument(), each -> new LinkedHashSet<>()).add(movement.getLot());
                }
            });
        }

        private boolean stands(Movement movement) {
            return movement.getReverses() == null && !reversed.contains(movement.getId());
        }

        private LotTrace trace(Lot lot) {
            return new LotTrace(
                    step(lot), donation(lot), chain(lot, outputs, inputs), chain(lot, inputs, outputs));
        }

        /** From a lot along conversions in one direction, the nearest first. */
        private List<LotTrace.Step> chain(Lot start, Map<String, Set<Lot>> here, Map<String, Set<Lot>> there) {
            Set<Lot> seen = new LinkedHashSet<>(Set.of(start));
            Deque<Lot> ahead = new ArrayDeque<>(seen);
            while (!ahead.isEmpty()) {
                Lot each = ahead.poll();
                here.forEach((document, these) -> {
                    if (these.contains(each)) {
                        there.getOrDefault(document, Set.of()).stream().filter(seen::add).forEach(ahead::add);
                    }
                });
            }
            seen.remove(start);
            return seen.stream().map(this::step).toList();
        }

        private LotTrace.Step step(Lot lot) {
            List<LotTrace.Moved> lines = new ArrayList<>();
            moved.getOrDefault(lot, List.of()).forEach(movement -> lines.add(moved(movement)));
            return new LotTrace.Step(
                    lot.getCode(),
                    lot.getItem().getCode(),
                    catalogue.label(lot.getItem()),
                    lot.getSize(),
                    lot.getGrade(),
                    lot.getQuantity(),
                    lines);
        }

        private LotTrace.Moved moved(Movement movement) {
            return new LotTrace.Moved(
                    label(movement.getFromPlace()),
                    label(movement.getToPlace()),
                    movement.getQuantity(),
                    movement.getReason(),
                    movement.getDocument(),
                    movement.getOccurredAt(),
                    movement.getRecordedAt(),
                    movement.getWhy(),
                    movement.getReverses() != null,
                    reversed.contains(movement.getId()));
        }

        /** A boundary by the word that it has in the API, a place by its name. */
        private static String label(Place place) {
            return place.getKind().isPhysical() ? place.label() : place.getKind().word();
        }
    }

    private String donation(Lot lot) {
        List<?> found = database.createNativeQuery(
                        "select d.code from donation d where d.id = :origin and d.organisation_id = :organisation")
                .unwrap(NativeQuery.class)
                .addScalar("code", String.class)
                .setParameter("origin", lot.getOrigin())
                .setParameter("organisation", lot.getOrganisationId())
                .getResultList();
        return found.isEmpty() ? null : (String) found.get(0);
    }
}
