package org.kindtrail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class DonationPagesTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    EntityManager database;

    AnIntake intake;
    Browser browser;

    @BeforeEach
    void open() {
        intake = new AnIntake(organisations.open());
        browser = intake.house.browser(Role.VOLUNTEER);
    }

    @Test
    void theTrackingCodeIsShownForAnHourAndThenReplacedByANewOne() {
        var recorded = intake.post(intake.donation("bags", 1)).extract();
        String page = "/donations/" + recorded.as(InJson.class, InJson.READ).get("code");
        String key = recorded.as(InJson.class, InJson.READ).get("trackingCode");
        assertThat(browser.open(page).text()).contains(key).doesNotContain("Make a new tracking code");
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update donation set tracking_made_at = ?1 where code = ?2")
                        .setParameter(1, OffsetDateTime.now().minusMinutes(61))
                        .setParameter(2, recorded.as(InJson.class, InJson.READ).get("code"))
                        .executeUpdate());
        assertThat(browser.open(page).text()).doesNotContain(key).contains("The tracking code was lost");
        browser.fill("Make a new tracking code").send().follow();
        assertThat(browser.text()).doesNotContain(key);
        assertThat(browser.page().select(".done .code").text()).startsWith("T");
    }

    @Test
    void aCoordinatorTakesADonationBackAndThePageSaysWhy() {
        String page = "/donations/" + intake.aBag()[0];
        assertThat(browser.open(page).text()).doesNotContain("Take this back");
        Browser coordinator = intake.house.browser(Role.COORDINATOR).open(page);
        coordinator.fill("Reverse it").type("Why", " ").send();
        assertThat(coordinator.status()).isEqualTo(422);
        coordinator.fill("Reverse it").type("Why", "Recorded twice").send().follow();
        assertThat(coordinator.heading()).isEqualTo("This donation was reversed");
        assertThat(coordinator.text()).contains("Recorded twice", "reversed").doesNotContain("/t/T");
        assertThat(browser.open("/donations").text()).contains("reversed");
    }

    @Test
    void aBagCanBeSortedFromThePageOfItsDonation() {
        String[] bag = intake.aBag();
        browser.open("/donations/" + bag[0]).fill("Sort this bag").send().follow();
        assertThat(browser.heading()).isEqualTo("What is in bag " + bag[1]);
    }

    @Test
    void theListIsNarrowedByDriveAndByWhatIsToBeSorted() {
        String shoes = intake.aDrive("Shoes");
        intake.aBag();
        intake.post(intake.donation("drive", shoes, "lines", AnIntake.fiveLines()));
        assertThat(browser.open("/donations").page().select("tbody tr")).hasSize(2);
        assertThat(browser.open("/donations?drive=" + shoes).page().select("tbody tr")).hasSize(1);
        browser.open("/donations").click("With bags to sort");
        assertThat(browser.page().select("tbody tr")).hasSize(1);
        assertThat(browser.open("/donations?format=csv").response().asString()).contains("Shoes");
    }

    @Test
    void theListAndThePageTakeABoundedNumberOfStatements() {
        String ten = InJson.found(intake.post(intake.donation("bags", 10, "newDonor", "Anna")).extract(), "code");
        intake.aBag();
        browser.open("/donations/" + ten);
        assertThat(RoundTrips.during(() -> browser.open("/donations/" + ten)).statements()).isLessThanOrEqualTo(6);
        assertThat(RoundTrips.during(() -> browser.open("/donations")).statements()).isLessThanOrEqualTo(2);
    }
}
