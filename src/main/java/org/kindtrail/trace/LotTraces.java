package org.kindtrail.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Lots;
import org.kindtrail.stock.Movement;
import org.kindtrail.stock.Shares;

/**
 * Follows a lot through the ledger, for people of the house: up to what it was made of and down to what was made of it,
 * through any number of conversions, as far as they are the doings of this organisation: what another did with goods that were
 * handed over to it is its own business. One statement for each hop, and one for all movements.
 */
@ApplicationScoped
public class LotTraces {
    /** The most that is told in each direction. */
    static final int MOST = 200;

    private static final String STANDS =
            """
            exists (select 1 from movement m where m.lot_id = %1$s.id and m.from_place_id = :converted and m.reverses is null
              and not exists (select 1 from movement back where back.reverses = m.id))""";
    private static final String UP =
            """
            select distinct n.lot_id as id from lot made join conversion_input n on n.conversion_id = made.conversion_id
              join conversion c on c.id = n.conversion_id and c.organisation_id = :organisation
            where made.id in (:lots) and %s order by n.lot_id"""
                    .formatted(STANDS.formatted("made"));
    private static final String DOWN =
            """
            select made.id as id from lot made where made.conversion_id in (
              select n.conversion_id from conversion_input n join conversion c on c.id = n.conversion_id
              where n.lot_id in (:lots) and c.organisation_id = :organisation) and %s order by made.id"""
                    .formatted(STANDS.formatted("made"));

    private final EntityManager database;
    private final Lots lots;
    private final Catalogue catalogue;
    private final Scope scope;

    LotTraces(EntityManager database, Lots lots, Catalogue catalogue, Scope scope) {
        this.scope = scope;
        this.database = database;
        this.lots = lots;
        this.catalogue = catalogue;
    }

    /** @throws NotFound when the organisation has no such lot */
    @Transactional
    public LotTrace of(String code) {
        Lot lot = lots.get(code);
        List<Long> up = along(UP, lot.getId());
        List<Long> down = along(DOWN, lot.getId());
        Set<Long> shown = new LinkedHashSet<>(List.of(lot.getId()));
        up.stream().limit(MOST).forEach(shown::add);
        down.stream().limit(MOST).forEach(shown::add);
        Family family = new Family(shown);
        return new LotTrace(
                family.step(lot.getId()),
                lot.getOrigin() == null ? null : donation(lot),
                origins(lot),
                up.stream().limit(MOST).map(family::step).toList(),
                down.stream().limit(MOST).map(family::step).toList(),
                up.size() > MOST || down.size() > MOST);
    }

    /** From a lot along conversions that stand, in one direction, the nearest first; one more than are told, if there is one. */
    private List<Long> along(String sql, Long start) {
        Set<Long> seen = new LinkedHashSet<>(Set.of(start));
        Collection<Long> edge = Set.of(start);
        while (!edge.isEmpty() && seen.size() <= MOST + 1) {
            edge = database.createNativeQuery(sql, Long.class)
                    .unwrap(NativeQuery.class)
                    .addScalar("id", Long.class)
                    .setParameterList("lots", edge)
                    .setParameter("organisation", scope.organisation())
                    .setParameter("converted", Place.CONVERTED)
                    .setMaxResults(MOST + 2 + seen.size())
                    .getResultList();
            edge = edge.stream().filter(seen::add).toList();
        }
        seen.remove(start);
        return seen.stream().limit(MOST + 1L).toList();
    }

    /** What each donation has in a lot that several have a part in; nobody's part bears no code. */
    private List<LotTrace.Origin> origins(Lot lot) {
        if (lot.getOrigin() != null) {
            String code = donation(lot);
            return List.of(new LotTrace.Origin(code, Shares.WHOLE, Shares.WHOLE, lot.getQuantity()));
        }
        List<?> found = database.createNativeQuery(
                        """
                        select d.code, s.share, s.quantity from lot_share s
                        left join donation d on d.id = s.origin and d.organisation_id = :organisation
                        where s.lot_id = :lot order by s.share desc, s.origin""",
                        Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("code", String.class)
                .addScalar("share", Long.class)
                .addScalar("quantity", Long.class)
                .setParameter("lot", lot.getId())
                .setParameter("organisation", scope.organisation())
                .getResultList();
        return found.stream()
                .map(row -> (Object[]) row)
                .map(row -> new LotTrace.Origin((String) row[0], (Long) row[1], Shares.WHOLE, (Long) row[2]))
                .toList();
    }

    /** Lots with their movements, all read at once. */
    private final class Family {
        private final Map<Long, Lot> lots;
        private final Map<Lot, List<Movement>> moved;
        private final Set<Long> reversed;

        private Family(Set<Long> ids) {
            lots = database.createQuery("from Lot l join fetch l.item where l.id in :lots", Lot.class)
                    .setParameter("lots", ids)
                    .getResultList()
                    .stream()
                    .collect(Collectors.toMap(Lot::getId, Function.identity()));
            List<Movement> movements = database.createQuery(
                            """
                            from Movement m join fetch m.lot join fetch m.fromPlace f join fetch m.toPlace t
                              left join fetch f.top left join fetch t.top
                            where m.lot.id in :lots and m.organisationId = :organisation order by m.id""",
                            Movement.class)
                    .setParameter("lots", ids)
                    .setParameter("organisation", scope.organisation())
                    .getResultList();
            moved = movements.stream().collect(Collectors.groupingBy(Movement::getLot));
            reversed = movements.stream()
                    .map(Movement::getReverses)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(HashSet::new));
        }

        private LotTrace.Step step(Long id) {
            return step(lots.get(id));
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
                .setParameter("organisation", scope.organisation())
                .getResultList();
        return found.isEmpty() ? null : (String) found.get(0);
    }
}
