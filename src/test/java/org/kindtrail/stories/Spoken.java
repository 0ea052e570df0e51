package org.kindtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Chromium;
import org.kindtrail.web.Words;

/** What stands on the pages in one language, by the keys of the words. */
final class Spoken {
    /** What carries words of the program and mostly nothing that people typed. */
    private static final String TITLES = "title, h1, h2, h3, button, a, label, legend, summary, th, dt, caption, option, .hint, .note, .state";

    final Locale locale;
    private final AnOrganisation.House house;
    private final Catalogue catalogue;
    private final Words words = new Words();
    private final Set<String> foreign = new HashSet<>();

    Spoken(String language, AnOrganisation.House house, Catalogue catalogue) {
        this.locale = Locale.forLanguageTag(language);
        this.house = house;
        this.catalogue = catalogue;
        if (!english()) {
            Set<String> own = new HashSet<>();
            for (String key : words.keys("en")) {
                foreign.add(words.say(Locale.ENGLISH, key));
                own.add(words.say(locale, key));
            }
            foreign.removeAll(own);
            assertThat(foreign).contains("Save", "Record a bag");
        }
    }

    boolean english() {
        return locale.getLanguage().equals("en");
    }

    /** @param facts those of {0}, {1} and so on */
    String say(String key, Object... facts) {
        Map<String, Object> numbered = new HashMap<>();
        for (int i = 0; i < facts.length; i++) {
            numbered.put(String.valueOf(i), facts[i]);
        }
        return words.say(locale, key, numbered);
    }

    String say(String key, Map<String, Object> facts) {
        return words.say(locale, key, facts);
    }

    /** "Warm jumpers, man" */
    String item(String code) {
        return house.as(Role.VOLUNTEER, () -> catalogue.label(catalogue.find(code), locale));
    }

    String country(String code) {
        return new Locale("", code).getDisplayCountry(locale);
    }

    /** What is looked at on every page of the way. */
    void look(Chromium.Window window) {
        String where = window.path() + " in " + locale;
        String source = window.source();
        WellMade.is(where, source);
        Document page = Jsoup.parse(source);
        assertThat(page.select("html").attr("lang")).as("language of %s", where).isEqualTo(locale.getLanguage());
        assertThat(window.sticksOut()).as("pixels that %s sticks out", where).isZero();
        assertThat(window.title())
                .as("title of %s", where)
                .endsWith(" - Kindtrail")
                .doesNotStartWith(say("web_error_prefix"));
        assertThat(window.heading()).as("heading of %s", where).isNotBlank();
        assertThat(page.select(TITLES).eachText()).as("what is English in %s", where).noneMatch(foreign::contains);
    }
}
