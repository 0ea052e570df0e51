package org.kindtrail.dispatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.stock.LedgerService;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class ConfirmationResourceTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    PromisedGoods goods;

    @Inject
    Codes codes;

    @Inject
    EntityManager database;

    @Inject
    LedgerService ledger;

    AnOrganisation.House house;
    PromisedGoods.Promised promised;
    String dispatch;
    String key;

    @BeforeEach
    void aDispatchIsOnItsWay() {
        forgetGuesses();
        house = organisations.open();
        promised = goods.jumpers(house, 12, 5);
        dispatch = house.program(Role.DISTRIBUTOR).body(Map.of("need", promised.need())).post("/api/v1/dispatches").as(InJson.class, InJson.READ).get("code");
        house.program(Role.DISTRIBUTOR).post("/api/v1/dispatches/" + dispatch + "/load").then().statusCode(200);
        key = house.program(Role.DISTRIBUTOR).body("{}").post("/api/v1/dispatches/" + dispatch + "/depart").as(InJson.class, InJson.READ).get("confirmation.key");
    }

    @AfterEach
    void forgetGuesses() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from attempt").executeUpdate());
        assertThat(ledger.verify().differences()).isZero();
    }

    private static RequestSpecification receiver() {
        return given().contentType("application/json").accept("application/json");
    }

    @Test
    void theReceiverSeesWhatWasSentAndNothingOfWhoSentItToWhom() {
        String seen = receiver().get("/api/v1/confirmations/" + key).then()
                .statusCode(200)
                .body(tells("lines", hasSize(2)))
                .body(tells("lines[0].quantity", equalTo(12)))
                .body(tells("lines[0].size", equalTo("L")))
                .body(tells("confirmed", equalTo(false)))
                .extract()
                .asString();
        assertThat(seen).doesNotContain(PromisedGoods.ALIAS, house.name, "Shelf", "School", promised.need(), promised.lots().get(0));
    }

    @Test
    void theReceiverConfirmsWithTheKeyHoweverItIsTypedAndThenSeesOnlyThatItWasConfirmed() {
        String typed = key.toLowerCase().replace("-", "");
        receiver().body(Map.of("lines", List.of(Map.of("line", 1, "received", 10), Map.of("line", 2, "received", 5, "damaged", 1)), "thanks", "Thank you"))
                .post("/api/v1/confirmations/" + typed)
                .then()
                .statusCode(200)
                .body(tells("confirmed", equalTo(true)))
                .body(tells("lines", hasSize(0)));
        assertThat(goods.counts(promised)).containsExactly(0L, 0L, 14L);
        receiver().get("/api/v1/confirmations/" + key).then().body(tells("confirmed", equalTo(true))).body(tells("lines", hasSize(0)));
        receiver().body(Map.of("allArrived", true)).post("/api/v1/confirmations/" + key).then().statusCode(409);
        house.program(Role.DISTRIBUTOR).get("/api/v1/deliveries").then().body(tells("rows[0].byKey", equalTo(true)));
        house.program(Role.COORDINATOR).get("/api/v1/thanks").then().body(tells("rows[0].words", equalTo("Thank you")));
    }

    @Test
    void theSameRequestConfirmsOnceAndTheKeyIsKeptNowhere() {
        String once = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            receiver().header("Idempotency-Key", once).body(Map.of("allArrived", true))
                    .post("/api/v1/confirmations/" + key).then().statusCode(200).body(tells("confirmed", equalTo(true)));
        }
        assertThat(goods.whereKept(key)).isEmpty();
    }

    @Test
    void aNewKeyRevokesTheOldOne() {
        String fresh = InJson.found(house.program(Role.DISTRIBUTOR).post("/api/v1/dispatches/" + dispatch + "/confirmation-key").then()
                .statusCode(200).body(tells("confirmation.turn", equalTo(2))).extract(), "confirmation.key");
        receiver().get("/api/v1/confirmations/" + key).then().statusCode(404);
        receiver().get("/api/v1/confirmations/" + fresh).then().statusCode(200);
    }

    @Test
    void aKeyOfADispatchThatCameBackOpensNothing() {
        house.program(Role.COORDINATOR).body(Map.of("why", "snow")).post("/api/v1/dispatches/" + dispatch + "/reverse").then().statusCode(200);
        receiver().get("/api/v1/confirmations/" + key).then().statusCode(404);
        house.program(Role.DISTRIBUTOR).post("/api/v1/dispatches/" + dispatch + "/confirmation-key").then().statusCode(409);
    }

    @Test
    void otherKindsOfCodesOpenNothing() {
        for (String other : List.of(codes.next(CodeKind.TRACKING), dispatch, promised.need(), "K", "x".repeat(500))) {
            forgetGuesses();
            receiver().get("/api/v1/confirmations/" + other).then().statusCode(404).contentType("application/problem+json");
        }
    }

    @Test
    void guessingIsSlowedDown() {
        for (int i = 0; i < 5; i++) {
            receiver().get("/api/v1/confirmations/" + codes.next(CodeKind.CONFIRMATION)).then().statusCode(404);
        }
        receiver().get("/api/v1/confirmations/" + codes.next(CodeKind.CONFIRMATION)).then()
                .statusCode(429).header("Retry-After", notNullValue());
        receiver().body(Map.of("allArrived", true)).post("/api/v1/confirmations/" + key).then().statusCode(429);
        assertThat(goods.counts(promised)).containsExactly(0L, 17L, 0L);
    }

    @Test
    void aTokenIsNeitherNeededNorAskedFor() {
        house.program(Role.VOLUNTEER).get("/api/v1/confirmations/" + key).then().statusCode(200);
        given().header("Authorization", "Bearer nonsense").accept("application/json").get("/api/v1/confirmations/" + key).then().statusCode(200);
    }
}
