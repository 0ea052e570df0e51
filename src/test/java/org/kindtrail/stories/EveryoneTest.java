package org.kindtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Answer;
import org.kindtrail.testing.Axe;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.Chromium;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.W3c;
import org.kindtrail.testing.Wire;

/**
 * Pages as they come to people: correct HTML by the W3C's checker, nothing that axe-core finds, no wider than a small telephone
 * in the languages with the longest words. docs/accessibility.md says what is looked at beside it.
 */
@HouseTest
@Tag("strict")
class EveryoneTest {
    private static final int TELEPHONE = 360;
    private static final int DESK = 1280;
    /** -Dkindtrail.every-page=true shows axe-core and the ruler all pages, each in light and in dark: minutes, so by hand. */
    private static final boolean ALL = Boolean.getBoolean("kindtrail.every-page");
    /** What each role sees most: an address, or the route of one. */
    private static final Map<Role, List<String>> MOST_SEEN = Map.of(
            Role.VOLUNTEER, List.of("/", "/record", "/donations/{code}", "/stock", "/bags/{code}", "/find"),
            Role.DISTRIBUTOR, List.of("/needs", "/needs/{code}", "/needs/new", "/dispatches/{code}", "/plans/{code}"),
            Role.COORDINATOR, List.of("/overview", "/drives/{code}", "/recipients/{code}", "/reports/new", "/calendar"),
            Role.ADMINISTRATOR, List.of("/administration"),
            Role.PARTNER, List.of("/portal"));
    private static final List<String> STRANGERS = List.of("/login", "/t/{key}", "/d/{code}", "/k/{key}", "/get-help");

    private static AnOrganisation.House ours;
    private static AnOrganisation.House empty;
    private static EveryThing everything;

    @Inject
    AnOrganisation organisations;

    @TestHTTPResource("/")
    URI address;

    /** Somebody, null being a stranger, and where they are. */
    private record Place(Role role, String path) {}

    @BeforeEach
    void oneOfEverything() {
        if (everything == null) {
            ours = organisations.open();
            empty = organisations.open();
            everything = new EveryThing(ours);
        }
    }

    private static List<Place> mostSeen() {
        List<Place> places = new ArrayList<>();
        STRANGERS.forEach(route -> places.add(new Place(null, everything.of(route).get(0).path())));
        MOST_SEEN.forEach((role, routes) ->
                routes.forEach(route -> places.add(new Place(role, everything.of(route).get(0).path()))));
        return places;
    }

    /** Each page once, as the first of the strangers and roles reads it to whom it answers as it should. */
    private static List<Place> all() {
        List<Place> places = new ArrayList<>();
        for (String route : everything.routes()) {
            for (EveryThing.Address each : everything.of(route)) {
                if (!route.startsWith("/api/") && each.file() == null) {
                    readers().stream()
                            .map(role -> new Place(role, each.path()))
                            .filter(place -> get(place, "en").statusCode() == each.status())
                            .findFirst()
                            .ifPresent(places::add);
                }
            }
        }
        return places;
    }

    private static List<Role> readers() {
        List<Role> readers = new ArrayList<>();
        readers.add(null);
        readers.addAll(Arrays.asList(Role.values()));
        return readers;
    }

    private static Answer get(Place place, String language) {
        Wire wire = Wire.to(place.path()).header("Accept", "text/html").header("Accept-Language", language);
        return place.role() == null ? wire.get() : wire.cookies(Map.of("kindtrail_session", ours.session(place.role()))).get();
    }

    private static void check(W3c checker, List<String> wrong, Place place, String language) throws Exception {
        Answer answer = get(place, language);
        if (String.valueOf(answer.header("Content-Type")).startsWith("text/html")) {
            assertThat(answer.asString()).contains("<html lang=\"" + language + "\">");
            checker.said(answer.asString()).forEach(line -> wrong.add(place + " in " + language + ": " + line));
        }
    }

    @Test
    void theW3cFindsNothingWrongWithAnyPage() throws Exception {
        W3c checker = new W3c();
        assertThat(checker.said("<!doctype html><html lang=\"en\"><title>No</title><p><table></p>")).isNotEmpty();
        List<String> wrong = new ArrayList<>();
        List<Place> all = all();
        assertThat(all).hasSizeGreaterThan(200);
        for (Place place : all) {
            check(checker, wrong, place, "en");
        }
        for (String language : List.of("ru", "kk", "ky")) {
            for (Place place : mostSeen()) {
                check(checker, wrong, place, language);
            }
        }
        Browser refused = ours.browser(Role.VOLUNTEER).open("/record");
        refused.fill("Record it").set("bags", "0").send();
        assertThat(refused.status()).isEqualTo(422);
        checker.said(refused.response().asString()).forEach(line -> wrong.add("a form refused: " + line));
        assertThat(wrong).isEmpty();
    }

    @Test
    @Tag("chromium")
    void nothingKeepsAnybodyFromReadingOrUsingWhatIsSeenMost() {
        try (Chromium chromium = new Chromium(address.toString().replaceFirst("/+$", ""))) {
            List<String> wrong = new ArrayList<>();
            List<Place> places = ALL ? all() : mostSeen();
            for (Role role : readers()) {
                Chromium.Window light = window(chromium, role, "en", DESK, ColorScheme.LIGHT);
                Chromium.Window dark = window(chromium, role, "ru", TELEPHONE, ColorScheme.DARK);
                for (int i = 0; i < places.size(); i++) {
                    Place place = places.get(i);
                    if (place.role() == role && (ALL || i % 2 == 0)) {
                        look(wrong, light.open(place.path()));
                    }
                    if (place.role() == role && (ALL || i % 2 == 1)) {
                        look(wrong, dark.open(place.path()));
                    }
                }
                light.page().context().close();
                dark.page().context().close();
            }
            String newcomer = empty.session(Role.DISTRIBUTOR);
            for (String list : List.of("/needs", "/donations", "/stock")) {
                look(wrong, chromium.reader(newcomer, "en", TELEPHONE, ColorScheme.LIGHT).open(list));
            }
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                look(wrong, refused(chromium.reader(ours.session(Role.VOLUNTEER), "en", TELEPHONE, colours)));
            }
            assertThat(wrong).isEmpty();
        }
    }

    /** A form that was refused: what is wrong with it has the focus, so that it is read first and the next key goes on there. */
    private static Chromium.Window refused(Chromium.Window window) {
        window.open("/record").type("How many unsorted bags", "0").press("Record it");
        assertThat(window.title()).startsWith("Error:");
        assertThat(window.page().evaluate("document.activeElement.className")).isEqualTo("faults");
        assertThat(window.page().evaluate("document.querySelector('.faults a').hash")).isEqualTo("#bags");
        return window;
    }

    private static Chromium.Window window(Chromium chromium, Role role, String language, int width, ColorScheme colours) {
        return chromium.reader(role == null ? null : ours.session(role), language, width, colours);
    }

    private static void look(List<String> wrong, Chromium.Window window) {
        Axe.said(window.page()).forEach(line -> wrong.add(window.path() + ": " + line));
    }

    @Test
    @Tag("chromium")
    void theLongestWordsFitOnASmallTelephone() {
        try (Chromium chromium = new Chromium(address.toString().replaceFirst("/+$", ""))) {
            List<String> wide = new ArrayList<>();
            List<Place> places = ALL ? all() : mostSeen();
            for (String language : ALL ? List.of("en", "ru", "kk", "ky") : List.of("kk")) {
                for (Role role : readers()) {
                    Chromium.Window window = window(chromium, role, language, TELEPHONE, ColorScheme.LIGHT);
                    for (Place place : places) {
                        if (place.role() == role && window.open(place.path()).sticksOut() > 0) {
                            wide.add(place + " in " + language + " by " + window.sticksOut());
                        }
                    }
                    window.page().context().close();
                }
            }
            assertThat(wide).isEmpty();
        }
    }
}
