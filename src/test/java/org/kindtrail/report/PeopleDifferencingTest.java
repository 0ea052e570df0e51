package org.kindtrail.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.report.AReportedHouse.at;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.StoppedClock;

/** Reports of a house, read at every moment: what was told of a month never changes, and nothing of it is found from two reports. */
@HouseTest
class PeopleDifferencingTest {
    @Inject
    AReportedHouse houses;

    @Inject
    EntityManager database;

    private final StoppedClock clock = new StoppedClock();
    AReportedHouse.Lived here;

    @BeforeEach
    void anHouseInApril() {
        QuarkusMock.installMockForType(clock, Clock.class);
        clock.standAt(at("2026-04-02T10:00"));
        here = houses.open();
        here.receive("jumpers-man", "L", 500);
    }

    private String people(String from, String to, String... more) {
        return here.preview(from, to, more).statusCode(200).extract().as(InJson.class, InJson.READ).getList("people.groups").toString();
    }

    private String delivered(String shelter, String... people) {
        return here.arrive(here.depart(here.need(shelter, 2, people)));
    }

    @Test
    void aMonthIsToldFromTheEighthDayOfTheNextAndNeverChangesAgain() {
        clock.standAt(at("2026-04-20T10:00"));
        delivered(here.shelters.get(0), "female adult 7", "male child 3");
        String second = delivered(here.shelters.get(1), "male elderly 2", "female infant 1");
        String wrong = delivered(here.shelters.get(2), "male elderly 9");
        here.takeBack(wrong);
        assertThat(people("2026-04-01", "2026-04-30")).isEqualTo("[]");
        clock.standAt(at("2026-05-07T23:59"));
        here.preview("2026-04-01", "2026-04-30").body(tells("people.groups", hasSize(0))).body(tells("people.untoldFrom", equalTo("2026-04")));
        clock.standAt(at("2026-05-08T00:00"));
        here.preview("2026-04-01", "2026-04-30")
                .body(tells("people.untoldFrom", nullValue()))
                .body(tells("people.groups.number", equalTo(List.of(7, 6))))
                .body(tells("people.groups.region", equalTo(List.of(here.region, here.region))))
                .body(tells("people.groups.sex", equalTo(java.util.Arrays.asList("female", null))));
        String told = people("2026-04-01", "2026-04-30");
        // Later acts belong to later months, and what was told is not taken back.
        here.takeBack(second);
        delivered(here.shelters.get(1), "male elderly 2", "female infant 1");
        assertThat(people("2026-04-01", "2026-04-30")).isEqualTo(told);
        clock.standAt(at("2026-06-08T00:00"));
        assertThat(people("2026-04-01", "2026-04-30")).isEqualTo(told);
        // Of May there are three people: they are told by no report, nor by the difference of two.
        assertThat(people("2026-04-01", "2026-05-31")).isEqualTo(told);
        assertThat(people("2026-05-01", "2026-05-31")).isEqualTo("[]");
    }

    @Test
    void aNeedCountsOnceHoweverManyDeliveriesItTakes() {
        clock.standAt(at("2026-04-20T10:00"));
        String need = here.need(here.shelters.get(0), 4, "female adult 8");
        String first = here.arrive(here.depart(need));
        here.receive("jumpers-man", "L", 1);
        here.send("needs", Map.of()).statusCode(422);
        String other = here.need(here.shelters.get(1), 2, "male adult 6");
        String delivery = here.arrive(here.depart(other));
        here.takeBack(delivery);
        here.takeBack(first);
        clock.standAt(at("2026-05-20T10:00"));
        assertThat(people("2026-04-01", "2026-04-30")).isEqualTo("[]");
        here.send("deliveries", Map.of("dispatch", dispatchOf(need), "allArrived", true)).statusCode(201);
        clock.standAt(at("2026-06-08T10:00"));
        here.preview("2026-04-01", "2026-05-31")
                .body(tells("people.groups.number", equalTo(List.of(8))))
                .body(tells("people.groups.month", equalTo(List.of("2026-05"))));
    }

    @Test
    void fiveOfOneHouseholdAreToldNowhereAndWithOthersOnlyTogether() {
        clock.standAt(at("2026-04-20T10:00"));
        String family = here.household("The family", here.region);
        delivered(family, "female child 5");
        delivered(family, "male adult 1");
        clock.standAt(at("2026-05-20T10:00"));
        assertThat(people("2026-04-01", "2026-04-30")).isEqualTo("[]");
        delivered(family, "female child 5");
        delivered(here.shelters.get(0), "male adult 7");
        delivered(here.shelters.get(1), "female elderly 1");
        // What it is by now does not change what it was when they were counted.
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("update recipient set kind = 'GROUP' where code = ?1")
                .setParameter(1, family)
                .executeUpdate());
        clock.standAt(at("2026-06-20T10:00"));
        here.preview("2026-05-01", "2026-05-31")
                .body(tells("people.groups.number", equalTo(List.of(7, 6))))
                .body(tells("people.groups.sex", equalTo(java.util.Arrays.asList("male", null))));
        String may = people("2026-05-01", "2026-05-31");
        assertThat(people("2026-04-01", "2026-05-31")).as("nothing is left when May is taken away").isEqualTo(may);
        assertThat(people("2026-04-01", "2026-04-30")).isEqualTo("[]");
        assertThat(people("2026-04-15", "2026-05-31")).isEqualTo(may);
    }

    /** Reports of every period of whole months, and of each region: no number less another of whom all are in it is few. */
    @Test
    void noTwoReportsOfOverlappingPeriodsGiveAFewAway() {
        int[][] lived = {{7, 3}, {2, 4}, {5, 4}, {1, 2}};
        for (int month = 0; month < lived.length; month++) {
            clock.standAt(at("2026-0" + (4 + month) + "-20T10:00"));
            delivered(here.shelters.get(0), "female adult " + lived[month][0]);
            delivered(here.shelters.get(1), "male child " + lived[month][1]);
        }
        clock.standAt(at("2026-09-20T10:00"));
        long[][] told = new long[4][4];
        for (int from = 0; from < 4; from++) {
            for (int to = from; to < 4; to++) {
                String first = "2026-0" + (4 + from) + "-01";
                String last = java.time.LocalDate.of(2026, 5 + to, 1).minusDays(1).toString();
                List<Integer> numbers = here.preview(first, last).statusCode(200).extract().as(InJson.class, InJson.READ).getList("people.groups.number");
                told[from][to] = numbers.stream().mapToLong(Integer::longValue).sum();
                assertThat(numbers).as("%s to %s", first, last).allMatch(number -> number >= PeopleCounted.FEWEST);
            }
        }
        for (int from = 0; from < 4; from++) {
            for (int to = from; to < 4; to++) {
                for (int within = from; within <= to; within++) {
                    for (int until = within; until <= to; until++) {
                        long rest = told[from][to] - told[within][until];
                        assertThat(rest == 0 || rest >= PeopleCounted.FEWEST)
                                .as("%s left of months %s to %s without %s to %s", rest, from, to, within, until)
                                .isTrue();
                    }
                }
            }
        }
        assertThat(told[0][3]).as("3 of April, 4 of June and 3 of July are told nowhere").isEqualTo(7 + 6 + 5);
    }

    private String dispatchOf(String need) {
        return InJson.found(here.read("dispatches?need=" + need).extract(), "rows[0].code");
    }

    @Test
    void partsOfMonthsAndWhatCannotBeToldApartTellNobody() {
        clock.standAt(at("2026-04-20T10:00"));
        delivered(here.shelters.get(0), "female adult 7");
        String alone = here.shelter("The only one", "Far " + here.house.code);
        delivered(alone, "female adult 6");
        clock.standAt(at("2026-05-09T10:00"));
        here.preview("2026-04-02", "2026-05-08")
                .body(tells("people.groups", hasSize(0)))
                .body(tells("people.why", equalTo("report_people_no_whole_month")));
        here.preview("2026-03-15", "2026-05-08").body(tells("people.cut", equalTo(true))).body(tells("people.firstMonth", equalTo("2026-04")));
        here.preview("2026-04-01", "2026-04-30", "&category=tops").body(tells("people.why", equalTo("report_people_not_by_category")));
        here.preview("2026-04-01", "2026-04-30", "&drive=" + here.drive).body(tells("people.why", equalTo("report_people_not_by_drive")));
        // The region of the only one is never named, by goods or by people.
        here.preview("2026-04-01", "2026-04-30")
                .body(tells("people.groups.region", equalTo(java.util.Arrays.asList(null, here.region))))
                .body(tells("regions.region", equalTo(java.util.Arrays.asList(here.region, null))));
        here.preview("2026-04-01", "2026-04-30", "&region=KZ:Far " + here.house.code)
                .statusCode(422)
                .body(tells("errors[0].detail", containsString("fewer than three")));
        here.preview("2026-04-01", "2026-04-30", "&region=KZ:" + here.region)
                .statusCode(200)
                .body(tells("goods", nullValue()))
                .body(tells("people.groups.number", equalTo(List.of(7))))
                .body(tells("needs.posted", equalTo(1)));
    }
}
