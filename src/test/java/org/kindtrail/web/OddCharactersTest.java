package org.kindtrail.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

@HouseTest
class OddCharactersTest {
    /** PostgreSQL refuses NUL in a text where H2 takes it; neither is our fault, so neither is answered with 500. */
    @Test
    void aNameWithANulInItIsNobodysAndIsNoFaultOfOurs() {
        Browser browser = Browser.stranger().open("/login");
        browser.fill("Sign in").set("_name", "a\0b").set("_password", "forty bags").send();
        assertThat(browser.status()).isIn(400, 422);
        assertThat(browser.title()).doesNotContain("Something went wrong");
    }
}
