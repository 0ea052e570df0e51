package org.kindtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Answer;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.Wire;
import org.kindtrail.web.OpenToAnyone;

/**
 * Every door of the house, read off the doors themselves: what it shows to whom it is open to is well made, and tells another
 * organisation nothing. Whom it lets in at all, {@link AccessTableTest} holds. A new route must be added to {@link EveryThing}.
 */
@Tag("strict")
@HouseTest
class EveryPageTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.kindtrail");
    private static final String API = "/api/";

    private static AnOrganisation.House ours;
    private static AnOrganisation.House theirs;
    private static EveryThing everything;

    @Inject
    AnOrganisation organisations;

    @Inject
    EntityManager database;

    /** A door: how it is knocked at, where, and to whom it says that it is open; null for everybody, signed in or not. */
    private record Door(String method, String route, OpenTo open) {
        boolean forPrograms() {
            return route.startsWith(API);
        }

        /** Those whom it lets in; that it lets in nobody else holds {@link AccessTableTest}. */
        List<Role> roles() {
            return Arrays.stream(Role.values()).filter(this::isOpenTo).toList();
        }

        /** Who sees most of their own organisation. */
        Role mostTrusted() {
            return isOpenTo(Role.COORDINATOR) ? Role.COORDINATOR : roles().get(roles().size() - 1);
        }

        private boolean isOpenTo(Role role) {
            Set<Role> has = role.included();
            if (open != null && open.value().length == 0) {
                return role != Role.PARTNER || open.partners();
            }
            return open == null || Arrays.stream(open.value()).anyMatch(has::contains);
        }
    }

    private static List<Door> doors() {
        List<Door> doors = new ArrayList<>();
        for (var type : HOUSE) {
            if (!type.isAnnotatedWith(Path.class)) {
                continue;
            }
            for (JavaMethod method : type.getMethods()) {
                if (method.isMetaAnnotatedWith(HttpMethod.class)) {
                    doors.add(door(type.getAnnotationOfType(Path.class).value(), method));
                }
            }
        }
        doors.sort(Comparator.comparing(Door::route).thenComparing(Door::method));
        return doors;
    }

    private static Door door(String room, JavaMethod method) {
        String rest = method.isAnnotatedWith(Path.class) ? method.getAnnotationOfType(Path.class).value() : "";
        String route = ("/" + room + "/" + rest).replaceAll("/+", "/").replaceFirst("(?<=.)/$", "");
        String verb = method.getAnnotations().stream()
                .filter(each -> each.getRawType().isAnnotatedWith(HttpMethod.class))
                .map(each -> each.getRawType().getAnnotationOfType(HttpMethod.class).value())
                .findFirst()
                .orElseThrow();
        OpenTo open = method.isAnnotatedWith(OpenTo.class) ? method.getAnnotationOfType(OpenTo.class) : null;
        assertThat(open == null).as("who may come in at %s", route).isEqualTo(method.isAnnotatedWith(OpenToAnyone.class));
        return new Door(verb, route, open);
    }

    private static List<Door> pages() {
        return doors().stream().filter(door -> door.method().equals("GET") && !door.forPrograms()).toList();
    }

    private static List<Door> readings() {
        return doors().stream().filter(door -> door.method().equals("GET") && door.forPrograms()).toList();
    }

    @BeforeEach
    void oneOfEverything() {
        if (everything == null) {
            ours = organisations.open();
            theirs = organisations.open();
            everything = new EveryThing(ours);
        }
    }

    @AfterEach
    void wrongCodesAreForgotten() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from attempt").executeUpdate());
    }

    @Test
    void everyRouteThatCanBeReadIsKnownHereAndNoOther() {
        List<String> routes = doors().stream()
                .filter(door -> door.method().equals("GET"))
                .map(Door::route)
                .distinct()
                .toList();
        assertThat(routes).hasSizeGreaterThan(90);
        assertThat(everything.routes()).as("routes that the fixture has an address of").containsExactlyInAnyOrderElementsOf(routes);
    }

    /** Each wrong key counts, so only one stranger types one at each door. */
    @Test
    void aKeyThatIsNoneComesBackOnAPageThatIsWellMade() {
        SoftAssertions all = new SoftAssertions();
        for (String path : List.of("/k?code=nonsense", "/z?code=nonsense")) {
            wellMade(all, "a stranger at ", Browser.stranger().open(path), new EveryThing.Address(path, null, 422));
        }
        all.assertAll();
    }

    /** @param there stands at the address */
    private static void wellMade(SoftAssertions all, String who, Browser there, EveryThing.Address address) {
        Answer answer = there.response();
        if (address.file() != null) {
            all.assertThat(answer.contentType()).as(who + address.path()).isEqualTo(address.file());
            return;
        }
        if (answer.statusCode() >= 300 && answer.statusCode() < 400) {
            return;
        }
        String where = who + address.path();
        all.assertThat(answer.contentType()).as(where).startsWith("text/html");
        all.assertThatCode(() -> WellMade.is(where, answer.asString())).doesNotThrowAnyException();
    }

    @Test
    void everyPageIsWellMadeForThoseItIsForAndTellsOthersNothing() {
        SoftAssertions all = new SoftAssertions();
        for (Door door : pages()) {
            for (EveryThing.Address address : everything.of(door.route())) {
                Browser stranger = Browser.stranger().open(address.path());
                if (door.open() == null) {
                    all.assertThat(stranger.status()).as("a stranger at %s", address).isEqualTo(address.status());
                    wellMade(all, "a stranger at ", stranger, address);
                } else {
                    all.assertThat(stranger.status()).as("a stranger at %s", address).isEqualTo(303);
                    all.assertThat(String.valueOf(stranger.response().header("Location")))
                            .as("a stranger at %s", address)
                            .contains("/login");
                }
                for (Role role : door.roles()) {
                    Browser own = ours.browser(role).open(address.path());
                    all.assertThat(own.status()).as("%s at %s", role, address).isEqualTo(expected(role, address, true));
                    wellMade(all, "the " + role.word() + " at ", own, address);
                }
                Role role = door.mostTrusted();
                Browser other = theirs.browser(role).open(address.path());
                int status = expected(role, address, false);
                all.assertThat(other.status()).as("another's %s at %s", role, address).isEqualTo(status);
                if (door.open() != null) {
                    tellsNothingOfOurs(all, role, address, other.response().asString());
                }
            }
        }
        all.assertAll();
    }

    private static int expected(Role role, EveryThing.Address address, boolean own) {
        if (role == Role.PARTNER && address.path().equals("/")) {
            // theirs begins at /portal
            return 303;
        }
        return own || address.whose() == EveryThing.Whose.EVERYBODYS ? address.status() : 404;
    }

    /** Whatever it answered: the words of this house are not in it. */
    private static void tellsNothingOfOurs(SoftAssertions all, Role role, EveryThing.Address address, String answer) {
        List<String> read = everything.words.stream()
                .filter(word -> !address.path().contains(word) && answer.contains(word))
                .toList();
        all.assertThat(read).as("another's %s reads at %s", role, address).isEmpty();
    }

    @Test
    void everyReadingOfProgramsTellsTheHouseItBelongsToAlone() {
        SoftAssertions all = new SoftAssertions();
        for (Door door : readings()) {
            for (EveryThing.Address address : everything.of(door.route())) {
                Answer stranger = program(address, null);
                int forStrangers = door.open() == null ? address.status() : 401;
                all.assertThat(stranger.statusCode()).as("a stranger at %s", address).isEqualTo(forStrangers);
                for (Role role : door.roles()) {
                    Answer own = program(address, ours.token(role));
                    answered(all, role + " at ", address, own, expected(role, address, true));
                }
                Role role = door.mostTrusted();
                Answer other = program(address, theirs.token(role));
                answered(all, "another's " + role + " at ", address, other, expected(role, address, false));
                if (door.open() != null) {
                    tellsNothingOfOurs(all, role, address, other.asString());
                }
            }
        }
        all.assertAll();
    }

    private static void answered(SoftAssertions all, String who, EveryThing.Address address, Answer answer, int status) {
        String file = address.file() == null ? "application/json" : address.file();
        all.assertThat(answer.statusCode()).as(who + address).isEqualTo(status);
        all.assertThat(answer.contentType()).as(who + address).startsWith(status >= 400 ? "application/problem+json" : file);
    }

    /** @param token of the program that asks; null: of none */
    private static Answer program(EveryThing.Address address, String token) {
        String file = address.file() == null ? "" : address.file().replaceFirst(";.*", "") + ", ";
        return Wire.to(address.path()).token(token).header("Accept", file + "application/json").get();
    }
}
