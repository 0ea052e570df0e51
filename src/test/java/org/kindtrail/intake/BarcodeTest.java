package org.kindtrail.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

/** New things have a barcode, and are found by it. */
@HouseTest
class BarcodeTest {
    private static final String SHOES = "/api/v1/items/practical-shoes-man/barcodes";
    private static final String BARCODE = "4006381333931";

    @Inject
    AnOrganisation organisations;

    private AnOrganisation.House house;

    @BeforeEach
    void aHouse() {
        house = organisations.open();
    }

    private RequestSpecification sent(AnOrganisation.House by, Object body) {
        return by.program(Role.COORDINATOR).header("Idempotency-Key", UUID.randomUUID().toString()).body(body);
    }

    @Test
    void anItemIsFoundByItsBarcodeHoweverItIsTyped() {
        sent(house, Map.of("gtin", "4006381 333931", "size", "42")).post(SHOES).then().statusCode(200).body(tells("gtin", equalTo(BARCODE)));
        sent(house, Map.of("gtin", "04006381333931", "size", "42")).post(SHOES).then().statusCode(200);
        house.program(Role.VOLUNTEER).get(SHOES).then().statusCode(200).body(tells("rows", hasSize(1)));
        house.program(Role.VOLUNTEER)
                .get("/api/v1/barcodes/04006381333931")
                .then()
                .statusCode(200)
                .body(tells("item", equalTo("practical-shoes-man")))
                .body(tells("size", equalTo("42")));
    }

    @Test
    void whatAnotherOrganisationAddedIsNotFound() {
        sent(organisations.open(), Map.of("gtin", BARCODE)).post(SHOES).then().statusCode(200);
        house.program(Role.VOLUNTEER).get("/api/v1/barcodes/" + BARCODE).then().statusCode(404);
        sent(house, Map.of("gtin", BARCODE)).post("/api/v1/items/jumpers-man/barcodes").then().statusCode(200);
    }

    @Test
    void aWrongDigitOrSizeIsRefusedByName() {
        sent(house, Map.of("gtin", "4006381333930")).post(SHOES).then().statusCode(422).body(tells("errors[0].pointer", equalTo("/gtin")));
        sent(house, Map.of("gtin", BARCODE, "size", "XXXXL"))
                .post(SHOES)
                .then()
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/size")));
        house.program(Role.VOLUNTEER).get(SHOES).then().body(tells("rows", hasSize(0)));
    }

    @Test
    void aBarcodeStandsOnOneThing() {
        sent(house, Map.of("gtin", BARCODE)).post(SHOES).then().statusCode(200);
        sent(house, Map.of("gtin", BARCODE))
                .post("/api/v1/items/jumpers-man/barcodes")
                .then()
                .statusCode(422)
                .body(tells("errors[0].detail", containsString(BARCODE)));
        house.program(Role.COORDINATOR).delete("/api/v1/items/jumpers-man/barcodes/" + BARCODE).then().statusCode(404);
        house.program(Role.COORDINATOR).delete(SHOES + "/" + BARCODE).then().statusCode(204);
        house.program(Role.VOLUNTEER).get("/api/v1/barcodes/" + BARCODE).then().statusCode(404);
    }

    @Test
    void fourWhoAddTheSameBarcodeAtOnceAreAllToldThatItIsThere() throws Exception {
        var people = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> adding = Collections.nCopies(
                    4, () -> sent(house, Map.of("gtin", BARCODE, "size", "42")).post(SHOES).statusCode());
            for (Future<Integer> each : people.invokeAll(adding)) {
                assertThat(each.get()).isEqualTo(200);
            }
        } finally {
            people.shutdown();
        }
        house.program(Role.VOLUNTEER).get(SHOES).then().body(tells("rows", hasSize(1)));
    }

    @Test
    void whoRecordsABagScansWhatIsInIt() {
        sent(house, Map.of("gtin", BARCODE, "size", "42")).post(SHOES).then().statusCode(200);
        Browser browser = new AnIntake(house).house.browser(Role.VOLUNTEER).open("/record");
        browser.fill("Enter what is in it").send();
        browser.fill("Record it")
                .set("lines[0].item", BARCODE)
                .set("lines[0].quantity", "3")
                .send();
        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.follow().text()).contains("Practical shoes", "42");
    }

    @Test
    void aBarcodeThatNobodyKnowsIsNamedAndWhatWasTypedStays() {
        Browser browser = new AnIntake(house).house.browser(Role.VOLUNTEER).open("/record");
        browser.fill("Enter what is in it").send();
        browser.fill("Record it")
                .set("lines[0].item", BARCODE)
                .set("lines[0].quantity", "3")
                .send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("barcode " + BARCODE);
        assertThat(browser.page().select("[name=lines[0].item]").val()).isEqualTo(BARCODE);
    }

    @Test
    void aCoordinatorAddsAndTakesOffOnTheItemsPage() {
        Browser browser = house.browser(Role.COORDINATOR).open("/items/practical-shoes-man");
        browser.fill("Add").type("Barcode", BARCODE).type("Size", "42").send();
        assertThat(browser.status()).isEqualTo(303);
        browser.follow();
        assertThat(browser.text()).contains(BARCODE, "barcode added");
        browser.fill("Take " + BARCODE + " off").send();
        assertThat(browser.follow().text()).contains("No barcode yet.");
    }
}
