package org.kindtrail.help;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindtrail.web.Frame;

/**
 * The words of the public pages in all languages beside each other: who needs help may read one of them only, and has told
 * nobody which.
 */
@ApplicationScoped
class FourLanguages {
    /** BCP 47. */
    static final List<String> ALL = List.of("en", "ru", "kk", "ky");

    private final Frame frame;

    FourLanguages(Frame frame) {
        this.frame = frame;
    }

    /** Words in a language. */
    public record Said(String lang, String words) {}

    /** What stands on the pages; the same word of two languages stands once. */
    public record Labels(
            List<Said> get,
            List<Said> telephone,
            List<Said> email,
            List<Said> answer,
            List<Said> all,
            List<Said> more,
            List<Said> choose,
            List<Said> shared,
            List<Said> none) {}

    Labels labels() {
        return new Labels(
                say("get"),
                say("telephone"),
                say("email"),
                say("answer"),
                say("all"),
                say("more"),
                say("choose"),
                say("shared"),
                say("none"));
    }

    List<Said> say(String key) {
        List<Said> said = new ArrayList<>();
        for (String language : ALL) {
            add(said, language, frame.say("help_" + language + "_" + key, Map.of()));
        }
        return said;
    }

    /** A country's name. */
    List<Said> country(String code) {
        List<Said> said = new ArrayList<>();
        for (String language : ALL) {
            add(said, language, new Locale("", code).getDisplayCountry(Locale.forLanguageTag(language)));
        }
        return said;
    }

    private static void add(List<Said> said, String language, String words) {
        if (said.stream().noneMatch(before -> before.words().equals(words))) {
            said.add(new Said(language, words));
        }
    }
}
