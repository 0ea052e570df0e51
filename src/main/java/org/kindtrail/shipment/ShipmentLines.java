package org.kindtrail.shipment;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.place.Place;
import org.kindtrail.place.PlaceKind;

/** The lines of packing lists; whoever asks has found the shipment in the organisation of this request. */
@ApplicationScoped
class ShipmentLines implements PanacheRepository<ShipmentLine> {
    private static final int BATCH = 500;

    private static final String WHOLE =
            "from ShipmentLine l join fetch l.container c left join fetch l.within left join fetch l.receipt ";

    /**
     * A container that can still be received, and where it stands at this moment.
     *
     * @param in the container, or the consignment itself, that it stands in
     */
    record Awaited(Long line, Long container, String code, PlaceKind kind, Long in, ShipmentLine.State state) {}

    /** By position; {@code state} null: all; {@code differing}: those alone that are not as they were to be. */
    List<ShipmentLine> page(Shipment shipment, ShipmentLine.State state, boolean differing, long after, int count) {
        return getEntityManager()
                .createQuery(
                        WHOLE
                                + """
                                where l.shipment = :shipment and l.position > :after and (:any = true or l.state = :state)
                                and (:all = true or l.surplus or l.damaged or l.loss is not null or l.state in (MISSING, LOST, FOUND, RETURNED)
                                  or exists (select 1 from ShipmentCount n where n.line = l))
                                order by l.position""",
                        ShipmentLine.class)
                .setParameter("shipment", shipment)
                .setParameter("after", after)
                .setParameter("any", state == null)
                .setParameter("state", state == null ? ShipmentLine.State.ON_LIST : state)
                .setParameter("all", !differing)
                .setMaxResults(count)
                .getResultList();
    }

    List<ShipmentLine> all(Shipment shipment) {
        return find(WHOLE + "where l.shipment = ?1 order by l.shipment.id, l.position", shipment).list();
    }

    long lastPosition(Shipment shipment) {
        return getEntityManager()
                .createQuery("select coalesce(max(l.position), 0) from ShipmentLine l where l.shipment = :shipment", Long.class)
                .setParameter("shipment", shipment)
                .getSingleResult();
    }

    /** @throws NotFound when it is not on the list */
    ShipmentLine of(Shipment shipment, String typed) {
        return byCode(shipment, typed).orElseThrow(() -> new NotFound(typed));
    }

    Optional<ShipmentLine> byCode(Shipment shipment, String typed) {
        return Code.read(CodeKind.CONTAINER, typed)
                .flatMap(code -> find(WHOLE + "where l.shipment = ?1 and c.code = ?2", shipment, code).firstResultOptional());
    }

    /** Everything that can still be received, by where it stands on the list. */
    List<Awaited> awaited(Shipment shipment) {
        return getEntityManager()
                .createQuery(
                        """
                        select l.id, c.id, c.code, c.kind, c.parent.id, l.state from ShipmentLine l join l.container c
                        where l.shipment = :shipment and l.state in (ON_LIST, MISSING, FOUND) order by l.shipment.id, l.position""",
                        Awaited.class)
                .setParameter("shipment", shipment)
                .getResultList();
    }

    /** Those, and all awaited that stand in them, however deep. */
    static List<Awaited> withInside(Collection<Awaited> some, Collection<Awaited> all) {
        Set<Long> in = new HashSet<>();
        some.forEach(each -> in.add(each.container()));
        Map<Long, List<Awaited>> inside = new HashMap<>();
        all.forEach(each -> inside.computeIfAbsent(each.in(), known -> new ArrayList<>()).add(each));
        List<Long> level = List.copyOf(in);
        while (!level.isEmpty()) {
            level = level.stream()
                    .flatMap(each -> inside.getOrDefault(each, List.of()).stream())
                    .map(Awaited::container)
                    .filter(in::add)
                    .toList();
        }
        return all.stream().filter(each -> in.contains(each.container())).toList();
    }

    /** Those that stand in none of the others: what is moved, the rest going with it. */
    static List<Awaited> outermost(Collection<Awaited> some) {
        Set<Long> in = new HashSet<>();
        some.forEach(each -> in.add(each.container()));
        return some.stream().filter(each -> !in.contains(each.in())).toList();
    }

    /** The containers themselves, with what they stand in. */
    List<Place> containers(Collection<Long> ids) {
        List<Place> found = new ArrayList<>();
        for (List<Long> some : batches(ids)) {
            found.addAll(getEntityManager()
                    .createQuery(
                            "from Place p left join fetch p.parent left join fetch p.top where p.id in :ids order by p.id", Place.class)
                    .setParameter("ids", some)
                    .getResultList());
        }
        return found;
    }

    /** Containers of the organisation that are in use, by their codes. */
    Map<String, Place> inUse(Collection<String> codes, Long organisation) {
        Map<String, Place> found = new HashMap<>();
        List<String> all = List.copyOf(codes);
        for (int from = 0; from < all.size(); from += BATCH) {
            getEntityManager()
                    .createQuery(
                            """
                            from Place p left join fetch p.parent left join fetch p.top where p.code in :codes
                              and p.organisationId = :organisation and p.active and p.kind in (BOX, PALLET, FREIGHT)""",
                            Place.class)
                    .setParameter("codes", all.subList(from, Math.min(from + BATCH, all.size())))
                    .setParameter("organisation", organisation)
                    .getResultList()
                    .forEach(place -> found.put(place.getCode(), place));
        }
        return found;
    }

    /** The containers in use that stand directly in these. */
    List<Place> standingIn(Collection<Long> ids) {
        List<Place> found = new ArrayList<>();
        for (List<Long> some : batches(ids)) {
            found.addAll(getEntityManager()
                    .createQuery(
                            """
                            from Place p left join fetch p.top where p.parent.id in :ids and p.active
                              and p.kind in (BOX, PALLET, FREIGHT) order by p.id""",
                            Place.class)
                    .setParameter("ids", some)
                    .getResultList());
        }
        return found;
    }

    /** A container, and the shipment whose list it is on. */
    record Elsewhere(String container, String shipment) {}

    /** Of the containers, one that another shipment's list has. */
    Optional<Elsewhere> onAnotherList(Collection<Long> containers, Shipment shipment) {
        for (List<Long> some : batches(containers)) {
            Optional<Elsewhere> found = getEntityManager()
                    .createQuery(
                            """
                            select l.container.code, l.shipment.code from ShipmentLine l
                            where l.awaitedId in :ids and l.shipment <> :shipment order by l.id""",
                            Elsewhere.class)
                    .setParameter("ids", some)
                    .setParameter("shipment", shipment)
                    .setMaxResults(1)
                    .getResultList()
                    .stream()
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** They are in the receiver's hands. */
    void received(Collection<Awaited> lines, ShipmentReceipt receipt, Instant now, Long by) {
        for (List<Long> some : batches(lines.stream().map(Awaited::line).toList())) {
            getEntityManager()
                    .createQuery(
                            """
                            update ShipmentLine l set l.state = RECEIVED, l.receipt = :receipt, l.receivedAt = :now,
                              l.receivedBy = :by, l.awaitedId = null where l.id in :lines""")
                    .setParameter("receipt", receipt)
                    .setParameter("now", now)
                    .setParameter("by", by)
                    .setParameter("lines", some)
                    .executeUpdate();
        }
    }

    /** They did not come with the rest. */
    void missing(Collection<Awaited> lines) {
        for (List<Long> some : batches(lines.stream().map(Awaited::line).toList())) {
            getEntityManager()
                    .createQuery("update ShipmentLine l set l.state = MISSING where l.id in :lines")
                    .setParameter("lines", some)
                    .executeUpdate();
        }
    }

    /** They are with the sender again. */
    void returned(Collection<Awaited> lines) {
        for (List<Long> some : batches(lines.stream().map(Awaited::line).toList())) {
            getEntityManager()
                    .createQuery("update ShipmentLine l set l.state = RETURNED, l.awaitedId = null where l.id in :lines")
                    .setParameter("lines", some)
                    .executeUpdate();
        }
    }

    /** It came damaged. */
    void damaged(Long line, String note) {
        getEntityManager()
                .createQuery("update ShipmentLine l set l.damaged = true, l.damage = :note where l.id = :line")
                .setParameter("line", line)
                .setParameter("note", note)
                .executeUpdate();
    }

    /** Nobody waits for them any more: the shipment does not leave. */
    void letGo(Shipment shipment) {
        getEntityManager()
                .createQuery("update ShipmentLine l set l.awaitedId = null where l.shipment = :shipment")
                .setParameter("shipment", shipment)
                .executeUpdate();
    }

    long countIn(Shipment shipment, ShipmentLine.State... states) {
        return count("shipment = ?1 and state in ?2", shipment, List.of(states));
    }

    static List<List<Long>> batches(Collection<Long> ids) {
        List<Long> all = List.copyOf(ids);
        List<List<Long>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(from + BATCH, all.size())));
        }
        return batches;
    }
}
