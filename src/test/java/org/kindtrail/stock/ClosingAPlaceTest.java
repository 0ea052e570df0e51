package org.kindtrail.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.kindtrail.testing.InJson.tells;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.PlaceService;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

/** A place that is closed is empty, whoever puts something there at the same moment. */
@HouseTest
class ClosingAPlaceTest {
    private static final int THREADS = 16;
    private static final int ROUNDS = 12;

    @Inject
    AnOrganisation organisations;

    @Inject
    SomeGoods goods;

    @Inject
    PlaceService places;

    @Inject
    EntityManager database;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    @Test
    void refusesGoodsForAClosedPlaceAndChangesNothing() {
        house.as(Role.COORDINATOR, () -> places.close(house.shelfA));
        assertThatThrownBy(() -> goods.receive(house, house.shelfA, "jumpers-man", "L", 1)).isInstanceOf(Refused.class);
        String lot = goods.receive(house, house.site, "jumpers-man", "L", 1);
        house.program(Role.VOLUNTEER).body(Map.of("lot", lot, "from", house.site, "to", house.shelfA, "quantity", 1)).post("/api/v1/movements").then().statusCode(422);
        assertThat(at(house.shelfA)).isZero();
    }

    @Test
    void doesNotTakeAPutAwayBackIntoAClosedPlace() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 1);
        String document = InJson.found(house.program(Role.VOLUNTEER).body(Map.of("lot", lot, "from", house.shelfA, "to", house.shelfB, "quantity", 1)).post("/api/v1/movements").then().statusCode(201).extract(), "document");
        house.as(Role.COORDINATOR, () -> places.close(house.shelfA));
        house.program(Role.COORDINATOR).body(Map.of("why", "wrong shelf")).post("/api/v1/movements/" + document + "/reverse").then().statusCode(409).body(tells("detail", containsString("Shelf A is closed")));
        assertThat(at(house.shelfB)).isEqualTo(1);
    }

    @Test
    void noGoodsAreStrandedHoweverManyPutThemThereMeanwhile() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        int closed = 0;
        try {
            for (int round = 0; round < ROUNDS; round++) {
                String shelf = house.as(Role.COORDINATOR, () -> places.add(new org.kindtrail.place.AddPlace(
                                org.kindtrail.place.PlaceKind.SHELF, "Busy", house.site, null)))
                        .code();
                CyclicBarrier start = new CyclicBarrier(THREADS);
                List<Future<Boolean>> all = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    // One in four closes: some rounds it is first, some rounds it is not.
                    Runnable act = i % 4 == 0
                            ? () -> house.as(Role.COORDINATOR, () -> places.close(shelf))
                            : () -> goods.receive(house, shelf, "jumpers-man", "L", 1);
                    all.add(threads.submit(tried(start, act)));
                }
                int received = 0;
                for (int i = 0; i < THREADS; i++) {
                    received += i % 4 != 0 && all.get(i).get() ? 1 : 0;
                }
                boolean isOpen = house.as(Role.VOLUNTEER, () -> places.get(shelf)).open();
                closed += isOpen ? 0 : 1;
                assertThat(at(shelf)).isEqualTo(received);
                assertThat(isOpen || received == 0).as("closed with %s lots inside", received).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        org.jboss.logging.Logger.getLogger(getClass()).infof("%d of %d rounds were closed", closed, ROUNDS);
    }

    private static Callable<Boolean> tried(CyclicBarrier start, Runnable act) {
        return () -> {
            start.await();
            try {
                act.run();
                return true;
            } catch (Refused expected) {
                return false;
            }
        };
    }

    private long at(String place) {
        return house.as(Role.VOLUNTEER, () -> io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .call(() -> database.createQuery("select count(*) from Balance b join Place p on p.id = b.placeId where p.code = :place", Long.class)
                        .setParameter("place", place)
                        .getSingleResult()));
    }
}
