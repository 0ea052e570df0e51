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
    /**
     * A language of the pages.
     *
     * @param tag BCP 47
     * @param family how the keys of its words begin
     */
    private record Language(String tag, String family) {}

    private static final List<Language> SPOKEN = List.of(
            new Language("en", "help_en_"),
            new Language("ru", "help_ru_"),
            new Language("kk", "help_kk_"),
            new Language("ky", "help_ky_"));

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
        for (Language language : SPOKEN) {
            add(said, language.tag(), frame.say(language.family() + key, Map.of()));
        }
        return said;
    }

    /** A country's name. */
    List<Said> country(String code) {
        List<Said> said = new ArrayList<>();
        for (Language language : SPOKEN) {
            add(said, language.tag(), new Locale("", code).getDisplayCountry(Locale.forLanguageTag(language.tag())));
        }
        return said;
    }

    private static void add(List<Said> said, String language, String words) {
        if (said.stream().noneMatch(before -> before.words().equals(words))) {
            said.add(new Said(language, words));
        }
    }
}
