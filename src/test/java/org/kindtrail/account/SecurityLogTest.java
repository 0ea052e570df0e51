package org.kindtrail.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

@HouseTest
class SecurityLogTest {
    private static final String TYPED = "nobody knows this one";

    @Inject
    AnOrganisation organisations;

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final ExtHandler keeping = new ExtHandler() {
        @Override
        protected void doPublish(ExtLogRecord record) {
            lines.add(record.getFormattedMessage());
        }
    };
    private AnOrganisation.House house;

    @BeforeEach
    void listen() {
        house = organisations.open();
        LogContext.getLogContext().getLogger(SecurityLog.CATEGORY).addHandler(keeping);
    }

    @AfterEach
    void listenNoMore() {
        LogContext.getLogContext().getLogger(SecurityLog.CATEGORY).removeHandler(keeping);
    }

    private String by(Role role) {
        return "person=" + house.person(role);
    }

    private static Browser signIn(String name, String password) {
        Browser browser = Browser.stranger().open("/login");
        browser.fill("Sign in").type("Name", name).type("Password", password).send();
        return browser;
    }

    @Test
    void tellsOfSignInsThatAreRightAndOfThoseThatAreNot() {
        signIn(house.nameOf(Role.VOLUNTEER), TYPED);
        assertThat(lines).singleElement().asString().matches("sign_in_refused person=- from=\\S+");

        signIn(house.nameOf(Role.VOLUNTEER), AnOrganisation.PASSWORD);
        assertThat(lines).contains("session_begun " + by(Role.VOLUNTEER));
    }

    @Test
    void tellsWhoIsTurnedAwayForTheirRole() {
        house.program(Role.VOLUNTEER).get("/api/v1/recipients");
        assertThat(lines).anyMatch(line -> line.startsWith("role_refused " + by(Role.VOLUNTEER) + " from="));
    }

    @Test
    void tellsOfFormsThatNobodyMadeForThisBrowser() {
        Browser browser = house.browser(Role.COORDINATOR).open("/drives/new");
        browser.fill("Save").set("_form", "made-up").send();
        assertThat(lines).anyMatch(line -> line.startsWith("form_refused " + by(Role.COORDINATOR) + " from="));
    }

    @Test
    void tellsOfNewPeopleTokensAndPasswords() {
        String name = "new." + house.code.toLowerCase();
        house.program(Role.COORDINATOR)
                .body(Map.of("name", name, "displayName", "Somebody new", "password", AnOrganisation.PASSWORD, "roles", List.of("volunteer")))
                .post("/api/v1/people")
                .then()
                .statusCode(201);
        house.program(Role.COORDINATOR)
                .body(Map.of("password", "ninety bags in a morning"))
                .post("/api/v1/people/" + name + "/password");

        assertThat(lines)
                .contains("token_made " + by(Role.COORDINATOR), "person_added " + by(Role.COORDINATOR))
                .contains("person_password " + by(Role.COORDINATOR));
        assertThat(String.join("\n", lines)).doesNotContain(name).doesNotContain("Somebody new");
    }

    @Test
    void nothingThatWasTypedStandsInIt() {
        signIn("Zhanna the unknown", TYPED);
        signIn(house.nameOf(Role.COORDINATOR), TYPED);
        assertThat(lines).hasSize(2).noneMatch(line -> line.contains("Zhanna") || line.contains(TYPED))
                .noneMatch(line -> line.contains(house.nameOf(Role.COORDINATOR)));
    }
}
