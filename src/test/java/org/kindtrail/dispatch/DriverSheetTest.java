package org.kindtrail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

/** The driver's half of a waybill, and that the other half bears none of it. */
@HouseTest
class DriverSheetTest {
    private static final String PRESS = "Open the driver's sheet, to deliver ";
    private static final String ADDRESS = "Poplar Street 4";

    @Inject
    AnOrganisation organisations;

    @Inject
    PromisedGoods goods;

    AnOrganisation.House house;
    String dispatch;
    String recipient;

    @BeforeEach
    void open() {
        house = organisations.open();
        String need = goods.jumpers(house, 12).need();
        dispatch = InJson.found(house.program(Role.DISTRIBUTOR)
                .body(Map.of("need", need))
                .post("/api/v1/dispatches")
                .then()
                .statusCode(201)
                .extract(), "code");
        recipient = house.program(Role.DISTRIBUTOR).get("/api/v1/dispatches/" + dispatch).as(InJson.class, InJson.READ).get("recipient");
    }

    private void sealed() {
        house.program(Role.COORDINATOR)
                .body(Map.of("trueName", "House of the Willow", "address", ADDRESS, "telephone", "+7 700", "directions", "Ring"))
                .put("/api/v1/recipients/" + recipient + "/sealed")
                .then()
                .statusCode(200);
    }

    private void press(String act, Object body) {
        house.program(Role.DISTRIBUTOR).body(body).post("/api/v1/dispatches/" + dispatch + "/" + act).then().statusCode(200);
    }

    private ValidatableResponse printed(AnOrganisation.House where, Role role, String key) {
        return where.program(role)
                .header("Idempotency-Key", key)
                .post("/api/v1/dispatches/" + dispatch + "/driver-sheet")
                .then();
    }

    private ValidatableResponse openings() {
        return house.program(Role.COORDINATOR).get("/api/v1/openings?about=" + recipient).then().statusCode(200);
    }

    private static String once() {
        return UUID.randomUUID().toString();
    }

    @Test
    void eachPrintingIsAnOpeningAndNamesTheDispatch() {
        sealed();
        press("load", Map.of());
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/dispatches/" + dispatch);
        Browser.Filling form = browser.fill(PRESS + dispatch);
        form.send();
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.text())
                .contains("House of the Willow", ADDRESS, "+7 700", "Ring", "Give this back to " + house.name, recipient)
                .doesNotContain(PromisedGoods.ALIAS);
        assertThat(browser.title()).doesNotContain("Poplar", "Willow");
        assertThat(browser.response().header("Cache-Control")).isEqualTo("no-store");
        form.send();
        openings()
                .body(tells("rows", hasSize(2)))
                .body(tells("rows[0].manner", equalTo("printed")))
                .body(tells("rows[0].why", equalTo("to deliver " + dispatch)));
    }

    @Test
    void theHalfThatGoesWithTheGoodsBearsNothingSealedNorTheAlias() {
        sealed();
        press("load", Map.of());
        press("depart", Map.of("driver", "Driver"));
        for (String paper : List.of("/waybill", "/picking")) {
            String text = house.browser(Role.DISTRIBUTOR).open("/dispatches/" + dispatch + paper).response().asString();
            assertThat(text).doesNotContain("Willow", "Poplar", "+7 700", PromisedGoods.ALIAS, "shelter in");
        }
        assertThat(house.browser(Role.DISTRIBUTOR).open("/dispatches/" + dispatch + "/waybill").text()).contains(recipient);
    }

    @Test
    void aNameThatEverybodyMayKnowStandsOnTheWaybill() {
        house.program(Role.COORDINATOR)
                .body(Map.of("version", 0, "recipient", Map.of(
                        "alias", "A", "kind", "organisation", "country", "KZ", "region", "R",
                        "disclosure", "named", "publicName", "School No 12")))
                .put("/api/v1/recipients/" + recipient)
                .then()
                .statusCode(200);
        press("load", Map.of());
        press("depart", Map.of());
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/dispatches/" + dispatch + "/waybill");
        assertThat(browser.text()).contains("School No 12", recipient);
    }

    @Test
    void isThereOnlyWhileTheGoodsAreOnTheVehicle() {
        sealed();
        printed(house, Role.DISTRIBUTOR, once()).statusCode(409).body(tells("detail", containsString("still being picked")));
        press("load", Map.of());
        printed(house, Role.DISTRIBUTOR, once()).statusCode(200).body(tells("sealed.address", equalTo(ADDRESS)));
        press("depart", Map.of("vehicle", "123 ABC 02"));
        printed(house, Role.DISTRIBUTOR, once()).statusCode(200).body(tells("vehicle", equalTo("123 ABC 02")));
        house.program(Role.DISTRIBUTOR)
                .body(Map.of("dispatch", dispatch, "allArrived", true))
                .post("/api/v1/deliveries")
                .then()
                .statusCode(201);
        printed(house, Role.DISTRIBUTOR, once()).statusCode(409);
        assertThat(house.browser(Role.DISTRIBUTOR).open("/dispatches/" + dispatch).text()).doesNotContain("driver's sheet");
        openings().body(tells("rows", hasSize(2)));
    }

    @Test
    void withNothingSealedItSaysSoAndNotesNothing() {
        press("load", Map.of());
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/dispatches/" + dispatch);
        browser.fill(PRESS + dispatch).send();
        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.text()).contains("Nothing is sealed of " + recipient);
        openings().body(tells("rows", hasSize(0)));
    }

    @Test
    void theSameRequestTwiceIsOnePrinting() {
        sealed();
        press("load", Map.of());
        String key = once();
        printed(house, Role.DISTRIBUTOR, key).statusCode(200);
        printed(house, Role.DISTRIBUTOR, key).statusCode(200).body(tells("sealed.address", equalTo(ADDRESS)));
        openings().body(tells("rows", hasSize(1)));
        assertThat(goods.whereKept("Poplar")).isEmpty();
    }

    @Test
    void isForDistributorsOfTheHouse() {
        sealed();
        press("load", Map.of());
        printed(house, Role.VOLUNTEER, once()).statusCode(403);
        printed(organisations.open(), Role.COORDINATOR, once()).statusCode(404);
        openings().body(tells("rows", hasSize(0)));
    }

    @Test
    void aPrintingTakesFewStatements() {
        sealed();
        press("load", Map.of());
        assertThat(RoundTrips.during(() -> printed(house, Role.DISTRIBUTOR, once()).statusCode(200)).statements())
                .isLessThanOrEqualTo(10);
    }
}
