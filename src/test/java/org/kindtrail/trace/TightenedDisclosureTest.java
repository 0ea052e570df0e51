package org.kindtrail.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;

/** What the public may know is tightened by one press, and every page follows with its next loading. */
@HouseTest
class TightenedDisclosureTest {
    private static final String NAME = "School No 12";

    @Inject
    AnOrganisation organisations;

    @Inject
    Histories histories;

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    @Test
    void everyPageFollowsAtOnce() {
        AnOrganisation.House house = organisations.open();
        Histories.Drive drive = histories.drive(house, "Warm clothes", "For eleven men");
        Histories.Recipient school =
                histories.recipient(house, RecipientKind.ORGANISATION, "Region " + house.code, Disclosure.NAMED, "The school");
        Histories.Gift gift = histories.gift(house, drive, daysAgo(100), Map.of("blankets", 7L));
        Histories.Sending sending = histories.stage(house, school, house.site, Map.of(gift.lots().get(0), 4L));
        histories.depart(house, sending, daysAgo(90));
        histories.arrive(house, sending, daysAgo(89), Map.of(), Map.of());
        histories.thank(house, sending, daysAgo(89), "APPROVED", "Warm and dry.");
        List<String> pages = List.of("/t/" + gift.key(), "/api/v1/traces/" + gift.key());

        assertThat(pages).allSatisfy(page -> assertThat(read(page)).contains(NAME));
        tighten(house, school, "hidden");
        assertThat(pages).allSatisfy(page -> assertThat(read(page)).contains("someone in need").doesNotContain(NAME));
        assertThat(read("/d/" + drive.code())).doesNotContain(NAME);
        assertThat(house.browser(Role.DISTRIBUTOR).open("/recipients/" + school.code()).text()).doesNotContain(NAME);
        assertThat(house.browser(Role.DISTRIBUTOR).open("/dispatches/" + sending.code() + "/waybill").text())
                .contains(school.code())
                .doesNotContain(NAME, "The school");
    }

    private static String read(String page) {
        return given().get(page).then().statusCode(200).extract().asString();
    }

    private static void tighten(AnOrganisation.House house, Histories.Recipient recipient, String disclosure) {
        Map<String, Object> told = new HashMap<>(Map.of(
                "alias", "The school", "kind", "organisation", "country", "KZ", "region", "Region " + house.code,
                "disclosure", disclosure));
        house.program(Role.COORDINATOR)
                .body(Map.of("version", 0, "recipient", told))
                .put("/api/v1/recipients/" + recipient.code())
                .then()
                .statusCode(200);
    }
}
