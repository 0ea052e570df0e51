package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kindtrail.account.Organisation;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.Places;

/**
 * Moves containers, with all that is in them: a line for each container that is moved, and not one for what is in it, so that
 * it costs the same however much that is. Every act here joins the caller's transaction. Who moves containers of an
 * organisation does so one after the other (the organisation's row is locked), so that none comes to stand in itself; then the
 * containers are locked, what stands in them included, and last the site or shelf where they are put. Movements of lots that
 * belong to the same act are written before.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ContainerMoves {
    /** A freight container, a pallet, a box, and a box in it; one more for good measure. */
    public static final int MOST_DEEP = 5;

    private static final int BATCH = 500;
    private final EntityManager database;
    private final Balances balances;
    private final Places places;
    private final Scope scope;
    private final Clock clock;

    ContainerMoves(EntityManager database, Balances balances, Places places, Scope scope, Clock clock) {
        this.database = database;
        this.balances = balances;
        this.places = places;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * What is written beside the moves of one act.
     *
     * @param document the code of the document that they belong to
     * @param occurredAt when it happened, in UTC
     * @param why a person's reason; null where the document says it
     */
    public record Carry(CarryReason reason, String document, Instant occurredAt, String why) {}

    /** A container is taken into use: it was persisted just now, and stands where it was made. */
    public void made(Collection<Place> fresh, Carry carry) {
        if (fresh.isEmpty()) {
            return;
        }
        Place in = fresh.iterator().next().getParent();
        lockTurn(Set.of(scope.organisation()));
        if (in.getKind().isContainer()) {
            balances.lockContainers(Set.of(in.getId()));
            database.refresh(in);
        }
        target(in, scope.organisation());
        refuseTooDeep(fresh.iterator().next(), in, 1);
        database.flush();
        write(fresh, in, carry, true);
    }

    /**
     * Containers go to another place of the house: a site, a shelf or another container.
     *
     * @throws Refused when the place takes nothing more, or a container would stand in itself, or is on the road
     */
    public void move(Collection<Place> containers, Place to, Carry carry) {
        lockTurn(Set.of(scope.organisation()));
        List<Long> inside = lock(containers, to);
        for (Place container : containers) {
            mine(container);
            if (!container.isAtHand()) {
                throw new Refused("error_container_out_of_reach", Map.of("container", container.getCode()));
            }
            if (container.getId().equals(to.getId()) || inside.contains(to.getId())) {
                throw new Refused("error_container_in_itself", Map.of("container", container.getCode()));
            }
            if (container.getParent().getId().equals(to.getId())) {
                throw new Refused(
                        "error_container_there_already", Map.of("container", container.getCode(), "place", to.label()));
            }
        }
        target(to, scope.organisation());
        if (to.getKind().isContainer()) {
            refuseTooDeep(containers.iterator().next(), to, depth(containers));
        }
        carry(containers, inside, to, carry);
    }

    /**
     * Containers leave the shelves with a shipment; nothing in them may be promised to anybody.
     *
     * @param consignment of this organisation, persisted just now
     */
    public void depart(Collection<Place> containers, Place consignment, Carry carry) {
        lockTurn(Set.of(scope.organisation()));
        List<Long> inside = lock(containers, consignment);
        for (Place container : containers) {
            mine(container);
            PlaceKind at = container.stands().getKind();
            if (at != PlaceKind.SITE && at != PlaceKind.PARTNER) {
                throw new Refused("error_container_out_of_reach", Map.of("container", container.getCode()));
            }
        }
        refusePromised(containers, inside);
        database.flush();
        carry(containers, inside, consignment, carry);
    }

    /**
     * Containers come off the road, into the hands of whoever the place belongs to. The caller has seen that the shipment is to
     * be received there.
     *
     * @param from the consignment in which they are, or anywhere in it; null: wherever they stand at hand of the sender (a surplus)
     * @param to a site, a shelf or a partner's store
     */
    public void receive(Collection<Place> containers, Place from, Place to, Carry carry) {
        Long sender = containers.iterator().next().getOrganisationId();
        lockTurn(List.of(sender, to.getOrganisationId()));
        List<Long> inside = lock(containers, to);
        for (Place container : containers) {
            boolean there = from == null
                    ? container.isAtHand() && container.getOrganisationId().equals(sender)
                    : container.stands().getId().equals(from.getId());
            if (!there) {
                throw new Refused("error_container_not_there", Map.of("container", container.getCode()));
            }
        }
        if (from == null) {
            refusePromised(containers, inside);
        }
        target(to, to.getOrganisationId());
        carry(containers, inside, to, carry);
    }

    private void mine(Place container) {
        if (!scope.organisation().equals(container.getOrganisationId())) {
            throw new NotFound(container.getCode());
        }
    }

    /** Locks the organisations' turns, in the order of their ids. */
    private void lockTurn(Collection<Long> organisations) {
        new TreeSet<>(organisations)
                .forEach(id -> database.find(Organisation.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Locks the containers and what stands in them, and the place if it is a container too, and reads them anew.
     *
     * @return the ids of what stands in them
     */
    private List<Long> lock(Collection<Place> containers, Place to) {
        List<Long> inside = new ArrayList<>();
        List<Long> level = containers.stream().map(Place::getId).toList();
        Set<Long> all = new HashSet<>(level);
        for (int deep = 0; !level.isEmpty() && deep <= MOST_DEEP; deep++) {
            level = places.standingIn(level).stream().filter(all::add).toList();
            inside.addAll(level);
        }
        if (to.getKind().isContainer()) {
            all.add(to.getId());
        }
        balances.lockAlone(all);
        // Only now: somebody may have sealed, closed or renamed them while this waited.
        readAnew(containers);
        if (to.getKind().isContainer()) {
            database.refresh(to);
        }
        return inside;
    }

    /** Reads those anew that were changed since they were read; of hundreds that is hardly ever one. */
    private void readAnew(Collection<Place> containers) {
        List<Long> ids = containers.stream().map(Place::getId).toList();
        Map<Long, Integer> versions = new HashMap<>();
        for (int from = 0; from < ids.size(); from += BATCH) {
            database.createQuery("select p.id, p.version from Place p where p.id in :ids", Object[].class)
                    .setParameter("ids", ids.subList(from, Math.min(from + BATCH, ids.size())))
                    .getResultList()
                    .forEach(row -> versions.put((Long) row[0], (Integer) row[1]));
        }
        containers.stream()
                .filter(container -> !Integer.valueOf(container.getVersion()).equals(versions.get(container.getId())))
                .forEach(database::refresh);
    }

    /** Where they are put must take something: open, of that organisation, unsealed, at hand. */
    private void target(Place to, Long organisation) {
        if (to.getKind().isFixed()) {
            database.refresh(to, LockModeType.PESSIMISTIC_WRITE);
        }
        if (!to.isActive()) {
            throw new Refused(
                    to.getKind().isContainer() ? "error_container_closed" : "error_place_closed",
                    Map.of("container", to.getCode(), "place", to.label()));
        }
        if (to.getKind().isContainer() && (!to.isAtHand() || !organisation.equals(to.getOrganisationId()))) {
            throw new Refused("error_container_out_of_reach", Map.of("container", to.getCode()));
        }
        if (to.isSealed()) {
            throw new Refused("error_container_sealed", Map.of("container", to.getCode()));
        }
    }

    private void refuseTooDeep(Place container, Place to, int deep) {
        int depth = deep;
        for (Place above = to; above != null && above.getKind().isContainer(); above = above.getParent()) {
            depth++;
        }
        if (depth > MOST_DEEP) {
            throw new Refused(
                    "error_container_too_deep",
                    Map.of("container", container.getCode(), "depth", depth, "most", MOST_DEEP));
        }
    }

    /** How many containers stand in each other, counted from these. */
    private int depth(Collection<Place> containers) {
        int deep = 0;
        List<Long> level = containers.stream().map(Place::getId).toList();
        while (!level.isEmpty() && deep <= MOST_DEEP) {
            deep++;
            level = places.standingIn(level);
        }
        return deep;
    }

    private void refusePromised(Collection<Place> containers, List<Long> inside) {
        List<Long> all = new ArrayList<>(inside);
        containers.forEach(container -> all.add(container.getId()));
        for (int from = 0; from < all.size(); from += BATCH) {
            List<String[]> promised = database.createQuery(
                            """
                            select a.place.code, a.purposeCode from Allocation a
                            where a.place.id in :places and a.state = PENDING order by a.id""",
                            Object[].class)
                    .setParameter("places", all.subList(from, Math.min(from + BATCH, all.size())))
                    .setMaxResults(20)
                    .getResultList()
                    .stream()
                    .map(row -> new String[] {(String) row[0], (String) row[1]})
                    .toList();
            if (!promised.isEmpty()) {
                Set<String> documents = new LinkedHashSet<>();
                promised.forEach(row -> documents.add(row[1]));
                throw new Refused(
                        "error_container_promised",
                        Map.of(
                                "container", promised.get(0)[0],
                                "kind", KeptFor.kind(documents),
                                "documents", String.join(", ", documents)));
            }
        }
    }

    private void carry(Collection<Place> containers, List<Long> inside, Place to, Carry carry) {
        write(containers, to, carry, false);
        containers.forEach(container -> container.stand(to));
        database.flush();
        for (int from = 0; from < inside.size(); from += BATCH) {
            database.createQuery(
                            """
                            update versioned Place p set p.top = :top, p.organisationId = :organisation, p.walk = :walk
                            where p.id in :inside""")
                    .setParameter("top", to.stands())
                    .setParameter("organisation", to.getOrganisationId())
                    .setParameter("walk", to.getWalk())
                    .setParameter("inside", inside.subList(from, Math.min(from + BATCH, inside.size())))
                    .executeUpdate();
        }
    }

    /** One line for each container, in the order of their ids. */
    private void write(Collection<Place> containers, Place to, Carry carry, boolean fresh) {
        List<Long> ids = containers.stream()
                .map(Place::getId)
                .sorted(Comparator.naturalOrder())
                .toList();
        Instant now = clock.instant();
        for (int from = 0; from < ids.size(); from += BATCH) {
            database.createNativeQuery(
                            """
                            insert into container_move (id, organisation_id, place_id, from_place_id, to_place_id, reason,
                              document, why, occurred_at, recorded_at, recorded_by)
                            select nextval('container_move_seq'), p.organisation_id, p.id, %s, :to, :reason,
                              :document, cast(:why as varchar(500)), :occurred, :recorded, cast(:by as bigint)
                            from place p where p.id in (:ids)"""
                                    .formatted(fresh ? "cast(null as bigint)" : "p.parent_id"))
                    .setParameter("to", to.getId())
                    .setParameter("reason", carry.reason().name())
                    .setParameter("document", carry.document())
                    .setParameter("why", carry.why())
                    .setParameter("occurred", carry.occurredAt())
                    .setParameter("recorded", now)
                    .setParameter("by", scope.personOrNull())
                    .setParameter("ids", ids.subList(from, Math.min(from + BATCH, ids.size())))
                    .executeUpdate();
        }
    }
}
