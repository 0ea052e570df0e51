package org.kindtrail.guide;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kindtrail.web.Languages;

/** Every guide, in each language that it is written in; made once, as they do not change while the program runs. */
@ApplicationScoped
public class Guides {
    private static final String ENGLISH = Languages.SPOKEN.get(0);

    private final Map<String, Guide> made = new ConcurrentHashMap<>();

    /** In the language, or in English where it is not translated. */
    Guide read(GuideName name, String language) {
        String key = language + "/" + name.word();
        Guide known = made.get(key);
        if (known == null) {
            known = make(name, language);
            made.put(key, known);
        }
        return known;
    }

    private Guide make(GuideName name, String language) {
        String english = text("/guide/" + name.word() + ".md");
        if (language.equals(ENGLISH)) {
            return Markdown.of(name.word(), ENGLISH, english, List.of());
        }
        Guide original = read(name, ENGLISH);
        String translated = text("/guide/" + language + "/" + name.word() + ".md");
        return translated == null
                ? original
                : Markdown.of(
                        name.word(),
                        language,
                        translated,
                        original.parts().stream().map(Guide.Part::id).toList());
    }

    private static String text(String resource) {
        try (InputStream in = Guides.class.getResourceAsStream(resource)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
