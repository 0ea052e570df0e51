package org.kindtrail.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class OpeningsTest {
    private static final String SOME = "R-MQPA-VYK9";
    private static final String OTHER = "R-369B-Y7F2";

    @Inject
    AnOrganisation organisations;

    @Inject
    Openings openings;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
        note(SOME, Opening.Manner.SHOWN, "recipient_why_deliver");
        note(OTHER, Opening.Manner.FOUND, "recipient_why_found_name");
        note(SOME, Opening.Manner.PRINTED, "recipient_why_no_such_words W-1");
        note(SOME, Opening.Manner.SHOWN, "=cmd(\"{0}\")");
    }

    private void note(String about, Opening.Manner manner, String why) {
        house.as(Role.DISTRIBUTOR, () -> QuarkusTransaction.requiringNew().call(() -> openings.note(about, manner, why)));
    }

    @Test
    void theListGoesOnByItsCursor() {
        List<String> read = new ArrayList<>();
        String after = "";
        do {
            var page = house.program(Role.COORDINATOR)
                    .get("/api/v1/openings?limit=3&after=" + after)
                    .then()
                    .statusCode(200)
                    .extract();
            read.addAll(page.as(InJson.class, InJson.READ).get("rows.why"));
            after = page.as(InJson.class, InJson.READ).get("next");
        } while (after != null);
        assertThat(read).containsExactly("=cmd(\"{0}\")", "recipient_why_no_such_words W-1", "searched for by the true name", "to deliver");
    }

    @Test
    void tellsOfOneOnly() {
        house.program(Role.COORDINATOR)
                .get("/api/v1/openings?about=" + SOME.toLowerCase().replace("-", ""))
                .then()
                .body(tells("rows", hasSize(3)))
                .body(tells("rows.about", equalTo(List.of(SOME, SOME, SOME))));
        house.program(Role.COORDINATOR).get("/api/v1/openings?about=nonsense").then().statusCode(404);
        Browser browser = house.browser(Role.COORDINATOR).open("/openings?about=" + OTHER);
        assertThat(browser.text()).contains("searched for by the true name").doesNotContain("to deliver");
        assertThat(browser.page().select("a[href=/recipients/" + OTHER + "]")).isNotEmpty();
    }

    @Test
    void isReadByCoordinatorsOfTheHouseOnly() {
        assertThat(house.browser(Role.DISTRIBUTOR).open("/openings").status()).isEqualTo(403);
        house.program(Role.DISTRIBUTOR).get("/api/v1/openings").then().statusCode(403);
        house.program(Role.ADMINISTRATOR).get("/api/v1/openings").then().statusCode(403);
        AnOrganisation.House other = organisations.open();
        other.program(Role.COORDINATOR).get("/api/v1/openings").then().body(tells("rows", hasSize(0)));
        assertThat(other.browser(Role.COORDINATOR).open("/openings").text()).contains("Nobody opened any sealed details yet");
    }

    @Test
    void isAFileThatNoSpreadsheetRuns() {
        String csv = house.browser(Role.COORDINATOR).open("/openings?format=csv").response().asString();
        assertThat(csv.lines()).hasSize(5);
        assertThat(csv).startsWith("When,Of whom,How,Why,Who").contains("'=cmd");
        assertThat(house.browser(Role.COORDINATOR).open("/openings?format=xlsx").response().contentType()).contains("spreadsheet");
    }

    @Test
    void takesOneStatementHoweverManyThereAre() {
        Browser browser = house.browser(Role.COORDINATOR).open("/openings");
        assertThat(RoundTrips.during(() -> browser.open("/openings")).statements()).isLessThanOrEqualTo(2);
    }
}
