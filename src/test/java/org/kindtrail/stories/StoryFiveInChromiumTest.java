package org.kindtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Chromium;
import org.kindtrail.testing.HouseTest;

/**
 * The same story where people stand before a page, in a real Chromium without JavaScript: the village with its key and a telephone,
 * whoever scans boxes at the third organisation, the sender who looks where they are, and the donor.
 */
@Tag("once")
@HouseTest
@Tag("chromium")
class StoryFiveInChromiumTest extends StoryFive {
    @TestHTTPResource("/")
    URI address;

    @Inject
    EntityManager database;

    @BeforeEach
    void nobodyGuessed() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from attempt").executeUpdate());
    }

    private Chromium opened() {
        return new Chromium(address.toString().replaceFirst("/+$", "")).atEveryPage(window -> {
            WellMade.is(window.path(), window.source());
            assertThat(window.sticksOut()).as("pixels that %s sticks out", window.path()).isZero();
        });
    }

    private static Chromium.Window signedIn(Chromium.Window window, AnOrganisation.House house, Role role) {
        return window.open("/login")
                .type("Name", house.nameOf(role))
                .type("Password", AnOrganisation.PASSWORD)
                .press("Sign in");
    }

    private static void tick(Chromium.Window window, String what, String box) {
        window.page().locator("input[name=" + what + "][value='" + box + "']").check();
    }

    @Override
    void theVillageConfirms() {
        try (Chromium chromium = opened()) {
            Chromium.Window sender = signedIn(chromium.desk(), harbour, Role.DISTRIBUTOR);
            sender.open("/shipments/" + shipment).click("Who has it now");
            assertThat(sender.text()).contains("Pearl River Lines", "Handed to the customs");
            Chromium.Window village = chromium.telephone().open("/z");
            village.type("Key", key.toLowerCase(java.util.Locale.ROOT)).press("Go on");
            assertThat(village.heading()).isEqualTo("What came?");
            boxes.subList(40, 43).forEach(box -> tick(village, "missing", box));
            boxes.subList(50, 52).forEach(box -> tick(village, "damaged", box));
            village.type("Taken by", "warehouse keeper")
                    .press("This is what came");
            assertThat(village.path()).isEqualTo("/z/thanks");
            assertThat(chromium.telephone().open("/z/" + key).text()).doesNotContain(boxes.get(0));
        }
    }

    @Override
    void aBoxIsScanned(String passedOn) {
        try (Chromium chromium = opened()) {
            Chromium.Window volunteer = signedIn(chromium.telephone(), steppe, Role.VOLUNTEER);
            volunteer.open("/l/" + boxes.get(0));
            assertThat(volunteer.text()).contains("2", "Chair-beds").doesNotContain(tracking);
            volunteer.choose("Put it at", "School hall").press("Receive this box");
            volunteer.open("/l/" + boxes.get(0));
            assertThat(volunteer.path()).isEqualTo("/containers/" + boxes.get(0));
            assertThat(volunteer.text()).contains("School hall");
        }
    }

    @Override
    void theDonorReadsTheWholeWay() {
        super.theDonorReadsTheWholeWay();
        try (Chromium chromium = opened()) {
            Chromium.Window donor = chromium.telephone().open("/t/" + tracking);
            assertThat(donor.text()).contains("Almond Village", "a family displaced by floods", month(arrived));
        }
    }
}
