package org.kindtrail.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Acting;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.StoppedClock;

/**
 * Non-interference: a spring of a house happens, and then again in twin houses where all that may not be told happened on other
 * days, to others, in another order. A curious reader with every code, who opens every page every midnight and after every
 * act, must not be able to tell the houses apart.
 */
@Tag("strict")
@HouseTest
class DifferencingTest {
    private static final long SEED = 20261122;

    @Inject
    AnOrganisation organisations;

    @Inject
    Acts acts;

    @Inject
    Acting acting;

    @Inject
    TrackingService tracking;

    @Inject
    DriveBalances balances;

    @Inject
    ObjectMapper json;

    @Inject
    EntityManager database;

    private final StoppedClock clock = new StoppedClock();

    private SortedMap<LocalDateTime, String> played(Plan plan) {
        clock.standAt(Plan.FIRST.atStartOfDay(PlayedHouse.ALMATY).toInstant());
        AnOrganisation.House house = organisations.open();
        CuriousReader reader = new CuriousReader(acting, tracking, balances, json, house);
        return new PlayedHouse(acts, clock, house, reader, plan).play();
    }

    @Test
    void aReaderOfEverythingOnEveryDayCannotTellTwinHousesApart() {
        QuarkusMock.installMockForType(clock, Clock.class);
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from attempt").executeUpdate());
        System.out.println("Differencing: seed " + SEED);
        Random random = new Random(SEED);
        Plan plan = Plan.drawn(random);
        SortedMap<LocalDateTime, String> read = played(plan);
        assertThat(read.get(read.lastKey()))
                .contains(
                        "reached a shelter in REGION in March 2025", "reached a shelter in REGION by the end of April 2025",
                        "reached someone in need in ", "reached a family displaced by floods, Kazakhstan ",
                        "reached School No 12 on ", "are on the way to ", "got lost", "arrived damaged at", "Thank you number ");
        assertThat(read.values().stream().distinct().count()).as("readings that differ").isGreaterThan(12);
        Plan otherDays = plan.onOtherDays(random);
        assertThat(otherDays.arrivingOnOtherDaysThan(plan)).isGreaterThanOrEqualTo(10);
        isTheSame("on other days, to others of the same words", played(otherDays.toOthersOfTheSameWords(random)), read);
        Plan otherOrder = plan.inAnotherOrder();
        assertThat(otherOrder.arrivingOnOtherDaysThan(plan)).isGreaterThanOrEqualTo(2);
        isTheSame("in another order", played(otherOrder), read);
    }

    private static void isTheSame(String how, SortedMap<LocalDateTime, String> played, SortedMap<LocalDateTime, String> read) {
        read.forEach((at, text) -> assertThat(played.get(at).equals(text))
                .as("%s, seed %s, at %s: %s", how, SEED, at, CuriousReader.difference(text, played.get(at)))
                .isTrue());
        assertThat(played.keySet()).isEqualTo(read.keySet());
    }
}
