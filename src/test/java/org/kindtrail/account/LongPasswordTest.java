package org.kindtrail.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

/** bcrypt by itself looks at 72 bytes and at nothing behind them. */
@HouseTest
class LongPasswordTest {
    private static final String SENTENCE =
            "every morning four volunteers carry eleven grey boxes up the stairs of school number nine, and nobody has ever"
                    + " counted how many of them come down again with somebody else's coat on, or two";

    @Inject
    AnOrganisation organisations;

    @Inject
    EntityManager database;

    private AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    /** From one place there are not many wrong ones. */
    @BeforeEach
    @AfterEach
    void wrongOnesAreForgotten() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from attempt").executeUpdate());
    }

    private void add(String name, String password) {
        house.program(Role.COORDINATOR)
                .body(Map.of("name", name, "displayName", "Somebody", "roles", List.of("volunteer"), "password", password))
                .post("/api/v1/people")
                .then()
                .statusCode(201);
    }

    private static int signIn(String name, String password) {
        Browser browser = Browser.stranger().open("/login");
        return browser.fill("Sign in").type("Name", name).type("Password", password).send().status();
    }

    private static String ofLength(int length) {
        return (SENTENCE + " ".repeat(200)).substring(0, length - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 73, 100, 180, 200})
    void theLastCharacterOfALongPasswordCounts(int length) {
        String name = "long." + length + "." + house.code.toLowerCase();
        add(name, ofLength(length) + "x");
        assertThat(signIn(name, ofLength(length) + "y")).isEqualTo(422);
        assertThat(signIn(name, ofLength(length))).isEqualTo(422);
        assertThat(signIn(name, ofLength(length) + "x")).isEqualTo(303);
    }

    /** 72 bytes are 36 of these letters. */
    @Test
    void soDoesOneInLettersOfTwoBytes() {
        String name = "cyrillic." + house.code.toLowerCase();
        String long40 = "сорок мешков за один вечер и еще немного";
        assertThat(long40).hasSize(40);
        add(name, long40 + "а");
        assertThat(signIn(name, long40 + "о")).isEqualTo(422);
        assertThat(signIn(name, long40 + "а")).isEqualTo(303);
    }
}
