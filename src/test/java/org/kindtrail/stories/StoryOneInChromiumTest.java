package org.kindtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Chromium;
import org.kindtrail.testing.HouseTest;

/**
 * Eleven men, as people live it: in a real Chromium without JavaScript, on telephones, by what stands on the buttons, in each
 * language. The house's clock goes from day to day with them.
 */
@HouseTest
@Tag("chromium")
class StoryOneInChromiumTest {
    private static Chromium chromium;

    @Inject
    AnOrganisation organisations;

    @Inject
    Catalogue catalogue;

    @TestHTTPResource("/")
    URI address;

    @Inject
    EntityManager database;

    private final MovableClock clock = new MovableClock();

    /** Other tests guess keys from the same address; what they have to wait for is days ahead of the house's clock here. */
    @BeforeEach
    void wrongCodesAreForgotten() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from attempt").executeUpdate());
        if (chromium == null) {
            chromium = new Chromium(address.toString().replaceFirst("/+$", ""));
        }
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
            chromium = null;
        }
    }

    private StoryOne story(String language) {
        QuarkusMock.installMockForType(clock, Clock.class);
        clock.daysAgo(StoryOne.COLLECTED + 1);
        AnOrganisation.House house = organisations.open();
        Spoken spoken = new Spoken(language, house, catalogue);
        return new StoryOne(chromium.atEveryPage(spoken::look), house, clock, spoken);
    }

    @Test
    @Tag("once")
    void theDonorOfFourWarmJumpersReadsThatTheyReachedAShelter() {
        StoryOne story = story("en");
        assertThat(story.lived()).isEqualTo("4 warm jumpers reached a shelter in " + story.region + ".");
    }

    /** Each language once; two of them on either database, as the rounds run side by side. */
    @Test
    @Tag("once")
    void soDoesWhoeverReadsRussian() {
        read("ru");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ky"})
    @Tag("strict")
    void soDoesWhoeverReads(String language) {
        read(language);
    }

    private void read(String language) {
        StoryOne story = story(language);
        assertThat(story.lived()).contains(story.region).doesNotContain("reached", "shelter", "jumpers");
    }

    @Test
    void whatSticksOutOfATelephoneIsNoticed() {
        Chromium.Window telephone = chromium.atEveryPage(window -> {}).telephone().open("/");
        assertThat(telephone.sticksOut()).isZero();
        telephone.page().navigate("data:text/html,<!doctype html><p style='width:400px'>wide</p>");
        assertThat(telephone.sticksOut()).isBetween(40, 60);
    }
}
