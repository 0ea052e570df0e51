package org.kindtrail.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.DomainException;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.RoundTrips;

/** What always holds of containers, whoever moves, fills, seals and sends them at the same moment. */
@HouseTest
class ContainerRulesTest {
    private static final int THREADS = 8;
    private static final int ACTS_EACH = 40;
    private static final long SEED = Long.getLong("kindtrail.test.seed", System.nanoTime() % 1_000_000);

    @Inject
    AnOrganisation organisations;

    @Inject
    SomeGoods goods;

    @Inject
    ContainerMoves moves;

    @Inject
    Ledger ledger;

    @Inject
    EntityManager database;

    @Inject
    DataSource connections;

    @Inject
    Codes codes;

    private AnOrganisation.House here;
    private AnOrganisation.House there;

    @BeforeEach
    void open() {
        here = organisations.open();
        there = organisations.open();
    }

    private <T> T in(AnOrganisation.House house, Supplier<T> act) {
        return house.as(Role.COORDINATOR, () -> QuarkusTransaction.requiringNew().call(act::get));
    }

    private Place place(String code) {
        return database.createQuery("from Place p where p.code = :code", Place.class)
                .setParameter("code", code)
                .getSingleResult();
    }

    private Lot lot(String code) {
        return database.createQuery("from Lot l join fetch l.item where l.code = :code", Lot.class)
                .setParameter("code", code)
                .getSingleResult();
    }

    private ContainerMoves.Carry carry(CarryReason reason) {
        return new ContainerMoves.Carry(reason, codes.next(CodeKind.MOVE), Instant.parse("2026-05-01T10:00:00Z"), null);
    }

    private Entry entry() {
        return new Entry(Reason.PUT_AWAY, codes.next(CodeKind.MOVE), Instant.parse("2026-05-01T10:00:00Z"));
    }

    private String made(AnOrganisation.House house, PlaceKind kind, String in) {
        return in(house, () -> {
            String code = codes.next(CodeKind.CONTAINER);
            Place container = Place.container(kind, code, code, place(in));
            database.persist(container);
            moves.made(List.of(container), carry(CarryReason.MADE));
            return code;
        });
    }

    private void move(AnOrganisation.House house, String container, String to) {
        in(house, () -> {
            moves.move(List.of(place(container)), place(to), carry(CarryReason.MOVED));
            return null;
        });
    }

    private void put(AnOrganisation.House house, String lot, String from, String to, long quantity) {
        in(house, () -> {
            ledger.move(List.of(new Transfer(lot(lot), place(from), place(to), quantity, entry())));
            return null;
        });
    }

    /** @return the code of the consignment */
    private String send(AnOrganisation.House house, String container) {
        return in(house, () -> {
            String document = codes.next(CodeKind.SHIPMENT);
            Place road = Place.consignment(house.id, codes.next(CodeKind.PLACE), document);
            database.persist(road);
            moves.depart(List.of(place(container)), road, carry(CarryReason.DEPARTED));
            return road.getCode();
        });
    }

    private void receive(AnOrganisation.House house, String container, String road, String to) {
        in(house, () -> {
            moves.receive(List.of(place(container)), place(road), place(to), carry(CarryReason.RECEIVED));
            return null;
        });
    }

    private void refused(String key, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(Refused.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private void seal(AnOrganisation.House house, String container) {
        in(house, () -> {
            Place box = place(container);
            database.refresh(box, LockModeType.PESSIMISTIC_WRITE);
            box.seal("S 1");
            return null;
        });
    }

    @Test
    void aContainerNeverStandsInItself() {
        String pallet = made(here, PlaceKind.PALLET, here.site);
        String box = made(here, PlaceKind.BOX, pallet);
        refused("error_container_in_itself", () -> move(here, pallet, pallet));
        refused("error_container_in_itself", () -> move(here, pallet, box));
        refused("error_container_there_already", () -> move(here, box, pallet));
        String last = box;
        for (int deep = 3; deep <= ContainerMoves.MOST_DEEP; deep++) {
            last = made(here, PlaceKind.BOX, last);
        }
        String deepest = last;
        refused("error_container_too_deep", () -> made(here, PlaceKind.BOX, deepest));
        String another = made(here, PlaceKind.PALLET, here.shelfA);
        refused("error_container_too_deep", () -> move(here, pallet, another));
    }

    @Test
    void whatIsInItGoesWithItAndChangesHandsWithIt() {
        String pallet = made(here, PlaceKind.PALLET, here.site);
        String box = made(here, PlaceKind.BOX, pallet);
        String jumpers = goods.receive(here, here.shelfA, "jumpers-man", "L", 12);
        put(here, jumpers, here.shelfA, box, 7);
        String road = send(here, pallet);
        refused("error_container_out_of_reach", () -> put(here, jumpers, box, here.shelfA, 1));
        refused("error_container_out_of_reach", () -> move(here, box, here.shelfA));
        receive(there, pallet, road, there.site);
        assertThatThrownBy(() -> put(here, jumpers, box, here.shelfA, 1)).isInstanceOf(NotFound.class);
        put(there, jumpers, box, there.shelfA, 5);
        assertThat(onHand(there, jumpers)).isEqualTo(Map.of(box, 2L, there.shelfA, 5L));
        assertThat(onHand(here, jumpers)).isEqualTo(Map.of(here.shelfA, 5L));
        assertThat(whole()).isEqualTo(0);
    }

    private Map<String, Long> onHand(AnOrganisation.House house, String lot) {
        Map<String, Long> there = new java.util.TreeMap<>();
        in(house, () -> database.createQuery(
                                "select p.code, b.onHand from Balance b join Place p on p.id = b.placeId join Lot l on l.id = b.lotId"
                                        + " where l.code = ?1 and p.organisationId = ?2",
                                Object[].class)
                        .setParameter(1, lot)
                        .setParameter(2, house.id)
                        .getResultList())
                .forEach(row -> there.put((String) row[0], (Long) row[1]));
        return there;
    }

    @Test
    void whatIsPromisedOrSealedStays() {
        String box = made(here, PlaceKind.BOX, here.site);
        String jumpers = goods.receive(here, here.shelfA, "jumpers-man", "L", 12);
        put(here, jumpers, here.shelfA, box, 12);
        seal(here, box);
        refused("error_container_sealed", () -> put(here, jumpers, box, here.shelfA, 1));
        refused("error_container_sealed", () -> made(here, PlaceKind.BOX, box));
        in(here, () -> ledger.promise(List.of(new Promise(1L, "N-0000-0000", lot(jumpers), place(box), 1))));
        assertThatThrownBy(() -> send(here, box))
                .isInstanceOfSatisfying(Refused.class, refusal -> assertThat(refusal.facts())
                        .containsEntry("container", box)
                        .containsEntry("documents", "N-0000-0000"));
    }

    /** The must of issue and bench: the same number of statements, whatever is in it. */
    @Test
    void movingAndReceivingCostTheSameHoweverMuchIsInIt() {
        String little = made(here, PlaceKind.BOX, here.site);
        String much = made(here, PlaceKind.BOX, here.site);
        fill(little, 10);
        fill(much, 1_000);
        List<String> cost = cost(() -> move(here, little, here.shelfA));
        assertThat(cost(() -> move(here, much, here.shelfA))).isEqualTo(cost);
        String[] roads = new String[2];
        cost = cost(() -> roads[0] = send(here, little));
        assertThat(cost(() -> roads[1] = send(here, much))).isEqualTo(cost);
        cost = cost(() -> receive(there, little, roads[0], there.site));
        assertThat(cost(() -> receive(there, much, roads[1], there.site))).isEqualTo(cost);
    }

    /** The statements; the ids of places are fetched by the ten. */
    private static List<String> cost(RoundTrips.Work<RuntimeException> work) {
        return RoundTrips.during(work).sql().stream()
                .filter(sql -> !sql.contains("place_seq"))
                .toList();
    }

    private void fill(String box, int lots) {
        in(here, () -> {
            Item item = database.createQuery("from Item i where i.code = 'jumpers-man' and i.organisationId is null", Item.class)
                    .getSingleResult();
            List<NewLot> all = new ArrayList<>();
            for (int i = 0; i < lots; i++) {
                all.add(new NewLot(codes.next(CodeKind.BAG), item, "L", null, org.kindtrail.catalogue.Grade.GOOD, 3));
            }
            return ledger.receive(4_000_000_000_001L, place(box), entryOf(Reason.RECEIVED, CodeKind.DONATION), all);
        });
    }

    private Entry entryOf(Reason reason, CodeKind kind) {
        return new Entry(reason, codes.next(kind), Instant.parse("2026-05-01T10:00:00Z"));
    }

    @Test
    void nothingIsLostWhoeverMovesFillsSealsAndSendsAtOnce() throws Exception {
        List<String> containers = new ArrayList<>();
        List<String> lots = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            containers.add(made(here, i % 3 == 0 ? PlaceKind.PALLET : PlaceKind.BOX, i % 2 == 0 ? here.shelfA : here.site));
            lots.add(goods.receive(here, here.shelfA, "jumpers-man", "L", 60));
        }
        AtomicInteger done = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random chance = new Random(SEED + i);
                all.add(threads.submit(() -> {
                    for (int act = 0; act < ACTS_EACH; act++) {
                        act(chance, containers, lots, done);
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.println(done + " acts with containers done, seed " + SEED);
        assertThat(done.get()).isGreaterThan(THREADS);
        assertThat(whole()).as("seed " + SEED).isZero();
        noneStandsInItself();
    }

    private void act(Random chance, List<String> containers, List<String> lots, AtomicInteger done) {
        AnOrganisation.House house = chance.nextInt(4) == 0 ? there : here;
        String container = containers.get(chance.nextInt(containers.size()));
        String other = containers.get(chance.nextInt(containers.size()));
        String lot = lots.get(chance.nextInt(lots.size()));
        try {
            switch (chance.nextInt(8)) {
                case 0, 1 -> move(house, container, chance.nextBoolean() ? other : house.shelfB);
                case 2 -> put(house, lot, house.shelfA, container, 1 + chance.nextInt(3));
                case 3 -> put(house, lot, container, house.shelfA, 1);
                case 4 -> put(house, lot, container, other.equals(container) ? house.shelfB : other, 1);
                case 5 -> in(house, () -> {
                    Place box = place(container);
                    database.refresh(box, LockModeType.PESSIMISTIC_WRITE);
                    if (box.isSealed()) {
                        box.unseal();
                    } else if (box.getOrganisationId().equals(house.id)) {
                        box.seal(null);
                    }
                    return null;
                });
                case 6 -> {
                    String road = send(house, container);
                    AnOrganisation.House taker = house == here ? there : here;
                    receive(taker, container, road, taker.site);
                }
                default -> in(house, () -> {
                    List<Allocation> promised =
                            ledger.promise(List.of(new Promise(7L, "N-0000-0000", lot(lot), place(container), 1)));
                    return ledger.release(promised);
                });
            }
            done.incrementAndGet();
        } catch (DomainException refused) {
            // Somebody was quicker, or chance asked for what cannot be: then nothing has changed, as is looked at in the end.
        }
    }

    private void noneStandsInItself() {
        in(here, () -> {
            for (Place container : database.createQuery("from Place p where p.organisationId in (?1, ?2)", Place.class)
                    .setParameter(1, here.id)
                    .setParameter(2, there.id)
                    .getResultList()) {
                Set<Long> seen = new HashSet<>();
                for (Place above = container; above != null; above = above.getParent()) {
                    assertThat(seen.add(above.getId())).as(container.getCode()).isTrue();
                }
            }
            return null;
        });
    }

    private long whole() {
        try (Connection connection = connections.getConnection()) {
            Verification.Result found = Verification.of(connection);
            return found.first().stream()
                    .filter(each -> each.kind() == Verification.Kind.STANDING
                            || each.kind() == Verification.Kind.BALANCE)
                    .count();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
