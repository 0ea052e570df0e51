package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rows;
import org.kindtrail.place.Place;

/**
 * The one writer of stock. Every act here joins the caller's transaction: it locks the lots it touches, looks at what
 * stands, refuses what is not there, adds movements, and changes the balances by the difference.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Ledger {
    private final EntityManager database;
    private final Balances balances;
    private final Scope scope;
    private final Clock clock;
    private final Codes codes;
    private final Conversions conversions;
    private final ShutContainers containers;

    Ledger(
            EntityManager database,
            Balances balances,
            Scope scope,
            Clock clock,
            Codes codes,
            Conversions conversions,
            ShutContainers containers) {
        this.database = database;
        this.containers = containers;
        this.balances = balances;
        this.conversions = conversions;
        this.scope = scope;
        this.clock = clock;
        this.codes = codes;
    }

    /**
     * Goods come into the house from a donor.
     *
     * @param origin with what they came; opaque here
     */
    public List<Lot> receive(Long origin, Place at, Entry entry, List<NewLot> goods) {
        List<Lot> lots = conversions.lots(goods, origin, null, entry.occurredAt());
        Place donated = boundary(Place.DONATED);
        write(lots.stream().map(lot -> new Transfer(lot, donated, at, lot.getQuantity(), entry)).toList(), Set.of(), false);
        return lots;
    }

    /** What came in at once with one document of its own. */
    public record Arriving(Long origin, Entry entry, List<NewLot> goods) {}

    /** Several donations come in at the same place; as {@link #receive(Long, Place, Entry, List)}, in as many statements as one. */
    public void receive(Place at, List<Arriving> arriving) {
        Place donated = boundary(Place.DONATED);
        List<Transfer> transfers = new ArrayList<>();
        for (Arriving each : arriving) {
            conversions.lots(each.goods(), each.origin(), null, each.entry().occurredAt())
                    .forEach(lot -> transfers.add(new Transfer(lot, donated, at, lot.getQuantity(), each.entry())));
        }
        write(transfers, Set.of(), false);
    }

    /**
     * Goods or money that nobody gave turn up in the house: takings were more than what was sold, for example.
     *
     * @return lots that are nobody's donation ({@link Shares#OF_NOBODY})
     */
    public List<Lot> find(Place at, Entry entry, List<NewLot> goods) {
        List<Lot> lots = conversions.lots(goods, Shares.OF_NOBODY, null, entry.occurredAt());
        Place found = boundary(Place.FOUND);
        write(lots.stream().map(lot -> new Transfer(lot, found, at, lot.getQuantity(), entry)).toList(), Set.of(), false);
        return lots;
    }

    /**
     * Makes the ledger say what was counted: what is missing goes, what nobody gave turns up; all of it or none, and all lots
     * locked at once.
     *
     * @return the lots that were found, in the order of what was asked for: they are nobody's donation
     * @throws NotEnoughStock when less is there and free than is missing
     */
    public List<Lot> settle(List<Transfer> missing, List<Found> found, Entry entry) {
        Place nowhere = boundary(Place.FOUND);
        List<Lot> made = conversions.lots(
                found.stream().map(Found::made).toList(), Shares.OF_NOBODY, null, entry.occurredAt());
        List<Transfer> transfers = new ArrayList<>(missing);
        for (int i = 0; i < made.size(); i++) {
            transfers.add(new Transfer(made.get(i), nowhere, found.get(i).at(), made.get(i).getQuantity(), entry));
        }
        write(transfers, Set.of(), !missing.isEmpty());
        return made;
    }

    /**
     * Waits for whoever is at work on the lots, and keeps others from it until the end of the transaction: what the balances
     * say of them from now on stays true until then.
     */
    public void lock(Collection<Long> lots) {
        balances.lock(lots);
    }

    /** One lot, or part of it, becomes others, or several become one; see {@link #convert(List)}. */
    public Conversion convert(Making making) {
        return convert(List.of(making)).get(0);
    }

    /**
     * Goods change shape, all of it or none. Each conversion consumes its inputs and brings forth its outputs; what an output
     * is of is kept with it, by the shares of the inputs.
     *
     * @return the conversions, in the order of what was asked for
     * @throws NotEnoughStock when less than a quantity is there and free
     */
    public List<Conversion> convert(List<Making> makings) {
        return convert(makings, List.of());
    }

    /**
     * The same, and what moves with it under the same document, as the fee of an exchange does: all of it or none, and all
     * lots locked at once.
     */
    public List<Conversion> convert(List<Making> makings, List<Transfer> alongside) {
        Conversions.Made made = conversions.make(makings, boundary(Place.CONVERTED));
        List<Transfer> transfers = new ArrayList<>(made.transfers());
        transfers.addAll(alongside);
        write(transfers, Set.of(), true);
        return made.conversions();
    }

    /**
     * Goods go from place to place, all or none.
     *
     * @throws NotEnoughStock when less is there and free than is to go
     */
    public void move(List<Transfer> transfers) {
        write(transfers, Set.of(), true);
    }

    /**
     * Goods leave a container that is on the road or sealed, without anybody's taking them out: they were lost with it.
     *
     * @throws NotEnoughStock when less is there than is lost
     */
    public void lose(List<Transfer> transfers) {
        write(transfers, Set.of(), true, false);
    }

    /** The opposite of {@link #lose}: it turned up with what is in it. */
    public void turnUp(String document, String why) {
        reverse(document, why, false);
    }

    /**
     * Promises goods, all or none.
     *
     * @throws NotEnoughStock when less is free than is asked for
     */
    public List<Allocation> promise(List<Promise> promises) {
        promises.forEach(promise -> own(promise.place()));
        Set<Long> lots = promises.stream().map(promise -> promise.lot().getId()).collect(Collectors.toSet());
        balances.lock(lots);
        containers.refuseOutOfReach(promises.stream().map(Promise::place).toList());
        SortedMap<BalanceKey, Balances.Change> changes = new TreeMap<>();
        promises.forEach(promise -> add(changes, promise.lot(), promise.place(), 0, promise.quantity()));
        Map<BalanceKey, Balances.Standing> standing = balances.standing(changes.keySet());
        promises.forEach(promise -> check(promise.lot(), promise.place(), changes, standing));
        Instant now = clock.instant();
        List<Allocation> made = new ArrayList<>();
        for (Promise promise : promises) {
            Allocation allocation = new Allocation(
                    scope.organisation(), codes.next(CodeKind.ALLOCATION), promise, now, scope.person());
            database.persist(allocation);
            made.add(allocation);
        }
        database.flush();
        balances.apply(changes, standing);
        return made;
    }

    /**
     * Takes promises back; those that have ended meanwhile stay as they are.
     *
     * @return those that were taken back
     */
    public List<Allocation> release(List<Allocation> allocations) {
        List<Allocation> pending = pendingUnderLock(allocations);
        SortedMap<BalanceKey, Balances.Change> changes = new TreeMap<>();
        Instant now = clock.instant();
        for (Allocation allocation : pending) {
            allocation.end(Allocation.State.VOIDED, now);
            add(changes, allocation.getLot(), allocation.getPlace(), 0, -allocation.getQuantity());
        }
        database.flush();
        balances.apply(changes, balances.standing(changes.keySet()));
        return pending;
    }

    /**
     * Promises are kept longer, or shorter; those that have ended meanwhile stay as they are.
     *
     * @param until when they are taken back by themselves; null: never
     * @return those that are kept
     */
    public List<Allocation> keep(List<Allocation> allocations, Instant until) {
        List<Allocation> pending = pendingUnderLock(allocations);
        pending.forEach(each -> each.keep(until));
        return pending;
    }

    /**
     * Promised goods leave, all or none.
     *
     * @throws Refused when a promise has ended meanwhile
     */
    public void depart(List<Allocation> allocations, Place consignment, Entry entry) {
        List<Allocation> pending = pendingUnderLock(allocations);
        if (pending.size() != allocations.size()) {
            throw new Refused("error_promise_ended");
        }
        Instant now = clock.instant();
        pending.forEach(allocation -> allocation.end(Allocation.State.POSTED, now));
        write(
                pending.stream()
                        .map(promised -> new Transfer(
                                promised.getLot(), promised.getPlace(), consignment, promised.getQuantity(), entry))
                        .toList(),
                Set.copyOf(pending),
                true);
    }

    private List<Allocation> pendingUnderLock(List<Allocation> allocations) {
        balances.lock(lotsOf(allocations));
        Set<Long> pending = Set.copyOf(Rows.read(
                database,
                "select id from allocation where id = any(:ids) and state = 'PENDING'",
                Map.of("ids", allocations.stream().map(Allocation::getId).toArray(Long[]::new)),
                row -> row.number(1)));
        return allocations.stream().filter(each -> pending.contains(each.getId())).toList();
    }

    private static Set<Long> lotsOf(List<Allocation> allocations) {
        return allocations.stream().map(each -> each.getLot().getId()).collect(Collectors.toSet());
    }

    /**
     * Reverses what a document moved, as a whole; both stay readable.
     *
     * @param why the reason that the person gave
     * @throws Refused when it was reversed already, or when goods have moved on: the words name the documents
     */
    public void reverse(String document, String why) {
        reverse(document, why, true);
    }

    /** So many lots are reversed at a time: a document with very many is never in memory as a whole. */
    private static final int AT_A_TIME = 1000;

    /**
     * The same for a document with very many lots, each moved by it once. Nothing that was read before in this transaction is
     * kept in memory.
     */
    public void reverseMany(String document, String why) {
        List<Long> lots = lotsMovedBy(document);
        balances.lock(lots);
        for (int from = 0; from < lots.size(); from += AT_A_TIME) {
            List<Long> some = lots.subList(from, Math.min(from + AT_A_TIME, lots.size()));
            reverse(document, why, true, standing(document, some));
            database.flush();
            database.clear();
        }
    }

    private List<Long> lotsMovedBy(String document) {
        return database.createQuery(
                        "select distinct m.lot.id from Movement m where m.document = :document and m.organisationId = :organisation"
                                + " order by m.lot.id",
                        Long.class)
                .setParameter("document", document)
                .setParameter("organisation", scope.organisation())
                .getResultList();
    }

    private void reverse(String document, String why, boolean byHand) {
        balances.lock(lotsMovedBy(document));
        // Only now: what somebody else reversed while this waited for the lots no longer stands.
        reverse(document, why, byHand, standing(document, null));
    }

    private void reverse(String document, String why, boolean byHand, List<Movement> standing) {
        if (standing.isEmpty()) {
            throw new Refused("error_reversed_already", Map.of("document", document));
        }
        refuseIfMovedOn(document, standing);
        Instant now = clock.instant();
        List<Movement> reversals = standing.stream()
                .map(movement -> movement.reversal(why, now, scope.personOrNull()))
                .toList();
        reversals.forEach(movement -> {
            own(movement.getFromPlace());
            own(movement.getToPlace());
        });
        if (byHand) {
            containers.refuseShut(ends(reversals));
        }
        write(reversals);
    }

    private static List<Place> ends(List<Movement> movements) {
        return movements.stream().flatMap(each -> Stream.of(each.getFromPlace(), each.getToPlace())).toList();
    }

    /** @param lots of these alone; null: of all */
    private List<Movement> standing(String document, List<Long> lots) {
        TypedQuery<Movement> query = database.createQuery(
                        "from Movement m join fetch m.lot l join fetch l.item join fetch m.fromPlace join fetch m.toPlace"
                                + " where m.document = :document and m.organisationId = :organisation and m.reverses is null"
                                + " and not exists (select 1 from Movement back where back.reverses = m.id)"
                                + (lots == null ? "" : " and l.id in :lots")
                                + " order by m.id desc",
                        Movement.class)
                .setParameter("document", document)
                .setParameter("organisation", scope.organisation());
        return (lots == null ? query : query.setParameter("lots", lots)).getResultList();
    }

    private void refuseIfMovedOn(String document, List<Movement> movements) {
        SortedMap<BalanceKey, Balances.Change> changes = new TreeMap<>();
        movements.forEach(movement -> {
            add(changes, movement.getLot(), movement.getToPlace(), -movement.getQuantity(), 0);
            add(changes, movement.getLot(), movement.getFromPlace(), movement.getQuantity(), 0);
        });
        Map<BalanceKey, Balances.Standing> standing = balances.standing(changes.keySet());
        for (Movement movement : movements) {
            BalanceKey key = new BalanceKey(movement.getLot().getId(), movement.getToPlace().getId());
            Balances.Change change = changes.get(key);
            Balances.Standing there = standing.getOrDefault(key, Balances.Standing.NOTHING);
            if (change != null && there.onHand() + change.onHand() < there.allocated()) {
                throw movedOn(document, movement.getLot(), movement.getToPlace());
            }
        }
    }

    private Refused movedOn(String document, Lot lot, Place place) {
        Set<String> inTheWay = new LinkedHashSet<>(database.createQuery(
                        """
                        select m.document from Movement m
                        where m.lot = :lot and m.fromPlace = :place and m.document <> :document and m.reverses is null
                          and not exists (select 1 from Movement back where back.reverses = m.id)
                        order by m.id""",
                        String.class)
                .setParameter("lot", lot)
                .setParameter("place", place)
                .setParameter("document", document)
                .getResultList());
        inTheWay.addAll(promisedTo(lot, place));
        return new Refused(
                "error_moved_on",
                Map.of("document", document, "lot", lot.getCode(), "documents", String.join(", ", inTheWay)));
    }

    private List<String> promisedTo(Lot lot, Place place) {
        return database.createQuery(
                        """
                        select distinct a.purposeCode from Allocation a
                        where a.lot = :lot and a.place = :place and a.state = PENDING order by a.purposeCode""",
                        String.class)
                .setParameter("lot", lot)
                .setParameter("place", place)
                .getResultList();
    }

    /** @param posted the promises that these transfers keep, whose lots are locked; they no longer hold goods back */
    private void write(List<Transfer> transfers, Set<Allocation> posted, boolean someLotsStand) {
        write(transfers, posted, someLotsStand, true);
    }

    /** @param byHand whether somebody puts in and takes out: then no container may be sealed or out of reach */
    private void write(List<Transfer> transfers, Set<Allocation> posted, boolean someLotsStand, boolean byHand) {
        Set<Long> lots = new HashSet<>();
        SortedMap<BalanceKey, Balances.Change> changes = new TreeMap<>();
        Instant now = clock.instant();
        for (Transfer transfer : transfers) {
            Lot lot = transfer.lot();
            own(transfer.from());
            own(transfer.to());
            if (!transfer.from().getKind().isPhysical()) {
                own(lot);
            }
            lots.add(lot.getId());
            add(changes, lot, transfer.from(), -transfer.quantity(), 0);
            add(changes, lot, transfer.to(), transfer.quantity(), 0);
        }
        for (Allocation allocation : posted) {
            add(changes, allocation.getLot(), allocation.getPlace(), 0, -allocation.getQuantity());
        }
        Map<BalanceKey, Balances.Standing> standing = Map.of();
        if (someLotsStand) {
            if (posted.isEmpty()) {
                balances.lock(lots);
            }
            standing = balances.standing(changes.keySet());
            for (Transfer transfer : transfers) {
                check(transfer.lot(), transfer.from(), changes, standing);
            }
        }
        if (byHand) {
            containers.refuseShut(transfers.stream()
                    .flatMap(transfer -> Stream.of(transfer.from(), transfer.to()))
                    .toList());
        }
        for (Transfer transfer : transfers) {
            database.persist(new Movement(
                    scope.organisation(),
                    transfer.lot(),
                    transfer.from(),
                    transfer.to(),
                    transfer.quantity(),
                    transfer.entry(),
                    now,
                    scope.personOrNull()));
        }
        database.flush();
        balances.apply(changes, standing);
    }

    private void write(List<Movement> reversals) {
        SortedMap<BalanceKey, Balances.Change> changes = new TreeMap<>();
        for (Movement movement : reversals) {
            add(changes, movement.getLot(), movement.getFromPlace(), -movement.getQuantity(), 0);
            add(changes, movement.getLot(), movement.getToPlace(), movement.getQuantity(), 0);
            database.persist(movement);
        }
        database.flush();
        balances.apply(changes, balances.standing(changes.keySet()));
    }

    /**
     * Whoever calls has looked them up in the organisation of this request; a slip there ends here. What lies at a place of the
     * house may be another's lot, handed over in a container: whose hands it is in is told by the place.
     */
    private void own(Lot lot) {
        scope.mine(lot, lot.getOrganisationId(), lot.getCode());
    }

    private void own(Place place) {
        if (place.getKind().isPhysical()) {
            scope.mine(place, place.getOrganisationId(), place.getCode());
        }
    }

    /** Counts a change; boundaries have no balance. */
    private static void add(
            SortedMap<BalanceKey, Balances.Change> changes, Lot lot, Place place, long onHand, long allocated) {
        if (!place.getKind().isPhysical()) {
            return;
        }
        changes.merge(
                new BalanceKey(lot.getId(), place.getId()),
                new Balances.Change(lot, onHand, allocated),
                (before, more) -> before.and(more.onHand(), more.allocated()));
    }

    private void check(
            Lot lot,
            Place place,
            SortedMap<BalanceKey, Balances.Change> changes,
            Map<BalanceKey, Balances.Standing> standing) {
        if (!place.getKind().isPhysical()) {
            return;
        }
        BalanceKey key = new BalanceKey(lot.getId(), place.getId());
        Balances.Change change = changes.get(key);
        Balances.Standing there = standing.getOrDefault(key, Balances.Standing.NOTHING);
        if (there.onHand() + change.onHand() < there.allocated() + change.allocated()) {
            long wanted = Math.max(-change.onHand(), change.allocated());
            List<String> promisedTo = promisedTo(lot, place);
            throw new NotEnoughStock(
                    promisedTo.isEmpty() ? "error_not_enough_stock" : "error_not_enough_stock_promised",
                    Map.of(
                            "lot", lot.getCode(),
                            "place", place.label(),
                            "wanted", wanted,
                            "onHand", there.onHand(),
                            "allocated", there.allocated(),
                            "available", there.available(),
                            "kind", KeptFor.kind(promisedTo),
                            "needs", String.join(", ", promisedTo)));
        }
    }

    private final Map<Long, Place> boundaries = new HashMap<>();

    /** A boundary of the house; read once, never changed. */
    public Place boundary(Long id) {
        synchronized (boundaries) {
            return boundaries.computeIfAbsent(id, known -> database.find(Place.class, known));
        }
    }
}
