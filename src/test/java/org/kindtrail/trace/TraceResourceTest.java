package org.kindtrail.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.stock.Lot;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class TraceResourceTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    Histories histories;

    @Inject
    Codes codes;

    AnOrganisation.House house;
    Histories.Drive drive;

    @BeforeEach
    void open() {
        house = organisations.open();
        drive = histories.drive(house, "Warm clothes", "");
    }

    private static Instant daysAgo(long days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    /** In the last month of which everything is told by now. */
    private static Instant told(int day) {
        ZoneId almaty = ZoneId.of("Asia/Almaty");
        return YearMonth.from(LocalDate.now(almaty).minusDays(7)).minusMonths(1).atDay(day).atTime(10, 0).atZone(almaty).toInstant();
    }

    private Histories.Recipient shelter() {
        return histories.recipient(house, RecipientKind.SHELTER, "Region " + house.code, Disclosure.REGION, "Alias");
    }

    @Test
    void tellsTheSameAsThePageToWhoeverHoldsTheKey() {
        Histories.Gift gift = histories.gift(house, drive, told(3), Map.of("jumpers-man", 9L));
        Histories.Sending sending = histories.stage(house, shelter(), house.site, Map.of(gift.lots().get(0), 4L));
        histories.depart(house, sending, told(19));
        histories.arrive(house, sending, told(20), Map.of(), Map.of());
        given().get("/api/v1/traces/" + gift.key())
                .then()
                .statusCode(200)
                .body(tells("organisation", equalTo(house.name)))
                .body(tells("drive.code", equalTo(drive.code())))
                .body(tells("reversed", equalTo(false)))
                .body(tells("parts.fate", contains("waiting", "arrived")))
                .body(tells("parts[1].recipient", equalTo("a shelter in Kazakhstan")))
                .body(tells("parts[1].sentence", containsString("4 jumpers reached a shelter in Kazakhstan")))
                .body(tells("parts[1].goods[0].quantity", equalTo(4)))
                .body(tells("parts[1].day", nullValue()))
                .body(tells("way.state", contains("done", "done", "partly", "partly")));
    }

    @Test
    void aKeyThatOpensNothingIsAProblem() {
        given().get("/api/v1/traces/nonsense")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body(tells("type", equalTo("/problems/not-found")))
                .body(tells("detail", containsString("wrong or missing")));
        given().get("/api/v1/traces/" + codes.next(CodeKind.TRACKING))
                .then()
                .statusCode(404)
                .body(tells("detail", containsString("No gift is found")));
        histories.sql("delete from attempt");
    }

    @Test
    void volunteersFollowALotUpAndDownWithItsDocuments() {
        Histories.Gift gift = histories.gift(house, drive, daysAgo(30), Map.of(Item.UNSORTED_BAG, 1L));
        Histories.Sorted sorted =
                histories.sort(house, gift.lots().get(0), daysAgo(25), Map.of("jumpers-man", 6L), Map.of("t-shirts-man", 1L));
        Histories.Sending sending = histories.stage(house, shelter(), house.shelfA, Map.of(sorted.lots().get(0), 4L));
        histories.depart(house, sending, daysAgo(1));
        house.program(Role.VOLUNTEER)
                .get("/api/v1/lots/" + sorted.lots().get(0).getCode() + "/trace")
                .then()
                .statusCode(200)
                .body(tells("donation", equalTo(gift.code())))
                .body(tells("lot.quantity", equalTo(6)))
                .body(tells("lot.movements.document", contains(sorted.document(), sending.code())))
                .body(tells("lot.movements.reason", contains("sorted", "departed")))
                .body(tells("up.code", contains(gift.lots().get(0).getCode())))
                .body(tells("down", hasSize(0)));
        house.program(Role.VOLUNTEER)
                .get("/api/v1/lots/" + gift.lots().get(0).getCode() + "/trace")
                .then()
                .statusCode(200)
                .body(tells("up", hasSize(0)))
                .body(tells("down", hasSize(2)))
                .body(tells("down.code", hasItem(sorted.lots().get(0).getCode())));
        organisations.open()
                .program(Role.VOLUNTEER)
                .get("/api/v1/lots/" + gift.lots().get(0).getCode() + "/trace")
                .then()
                .statusCode(404);
        given().get("/api/v1/lots/" + gift.lots().get(0).getCode() + "/trace").then().statusCode(401);
    }

    @Test
    void theHouseKnowsTheBalanceAtOnceAndNobodyElseDoes() {
        Histories.Gift gift = histories.gift(house, drive, daysAgo(3), Map.of("jumpers-man", 9L));
        Histories.Sending sending = histories.stage(house, shelter(), house.site, Map.of(gift.lots().get(0), 4L));
        histories.depart(house, sending, daysAgo(1));
        house.program(Role.VOLUNTEER)
                .get("/api/v1/drives/" + drive.code() + "/balance")
                .then()
                .statusCode(200)
                .body(tells("total.in", equalTo(9)))
                .body(tells("total.waiting", equalTo(5)))
                .body(tells("total.onTheWay", equalTo(4)))
                .body(tells("went", hasSize(0)));
        given().get("/api/v1/drives/" + drive.code() + "/balance").then().statusCode(401);
        organisations.open().program(Role.COORDINATOR).get("/api/v1/drives/" + drive.code() + "/balance").then().statusCode(404);
        house.program(Role.VOLUNTEER).get("/api/v1/drives/" + drive.code()).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void throughAnyHistoryWhatCameInIsWhatBecameOfIt(long seed) {
        Random random = new Random(seed);
        Histories.Recipient shelter = shelter();
        Histories.Recipient school = histories.recipient(house, RecipientKind.ORGANISATION, "Almaty region", Disclosure.NAMED, "Alias");
        Histories.Gift gift = histories.gift(house, drive, daysAgo(60), Map.of(Item.UNSORTED_BAG, 3L));
        List<Lot> lots = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            lots.addAll(histories
                    .sort(house, gift.lots().get(0), daysAgo(50 - i), Map.of("jumpers-man", 5L + random.nextInt(20), "blankets", 6L), Map.of("t-shirts-man", 2L))
                    .lots());
        }
        for (Lot lot : lots) {
            Histories.Sending sending = histories.stage(
                    house, random.nextBoolean() ? shelter : school, house.shelfA, Map.of(lot, 3L + random.nextInt(2)));
            long departed = 1 + random.nextInt(20);
            int how = random.nextInt(5);
            if (how > 0) {
                histories.depart(house, sending, daysAgo(departed));
            }
            if (how > 1) {
                String delivery = histories.arrive(
                        house,
                        sending,
                        daysAgo(random.nextInt((int) departed)),
                        Map.of(lot, (long) random.nextInt(2)),
                        Map.of(lot, (long) random.nextInt(2)));
                if (how == 2) {
                    histories.reverse(house, delivery, "wrong door");
                }
            }
        }
        InJson trace = given().get("/api/v1/traces/" + gift.key()).then().statusCode(200).extract().as(InJson.class, InJson.READ);
        long contents = sum(trace.getList("contents.quantity"));
        long parts = sum(trace.getList("parts.goods.quantity.flatten()"));
        long held = histories.number(
                "select sum(b.on_hand) from balance b join place p on p.id = b.place_id join lot l on l.id = b.lot_id where p.kind in ('SITE', 'SHELF') and l.origin = ?1",
                gift.id());
        assertThat(contents + 1).isEqualTo(parts);
        InJson balance = house.program(Role.VOLUNTEER)
                .get("/api/v1/drives/" + drive.code() + "/balance")
                .then()
                .statusCode(200)
                .extract()
                .as(InJson.class, InJson.READ);
        List<Map<String, Object>> lines = balance.getList("lines");
        long waiting = 0;
        long in = 0;
        for (Map<String, Object> line : lines) {
            assertThat(number(line, "in"))
                    .isEqualTo(number(line, "waiting") + number(line, "onTheWay") + number(line, "delivered")
                            + number(line, "letGo") + number(line, "lost"));
            waiting += number(line, "waiting");
            in += number(line, "in");
        }
        assertThat(waiting).isEqualTo(held);
        assertThat(in).isEqualTo(parts);
    }

    private static long sum(List<? extends Number> numbers) {
        return numbers.stream().mapToLong(Number::longValue).sum();
    }

    private static long number(Map<String, Object> line, String name) {
        return ((Number) line.get(name)).longValue();
    }
}
