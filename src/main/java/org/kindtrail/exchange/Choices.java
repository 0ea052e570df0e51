package org.kindtrail.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.Arrays;
import org.kindtrail.sheet.ColumnGuess;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Languages;
import org.kindtrail.web.Words;

/** Reads one of a few choices by what it is called in any of the languages. */
@ApplicationScoped
class Choices {
    private final Words words;
    private final Frame frame;
    private final Map<Class<?>, Map<String, Object>> known = new ConcurrentHashMap<>();

    Choices(Words words, Frame frame) {
        this.words = words;
        this.frame = frame;
    }

    /**
     * @param wordsKey the key of what people call a choice
     * @return null when nothing stands there, or it is at fault
     */
    <E extends Enum<E>> E read(Row row, String key, Class<E> type, Function<E, String> wordsKey) {
        String text = row.text(key);
        if (text == null) {
            return null;
        }
        Object found = known.computeIfAbsent(type, known -> names(type, wordsKey)).get(ColumnGuess.plain(text));
        if (found != null) {
            return type.cast(found);
        }
        String all = Arrays.stream(type.getEnumConstants())
                .map(each -> words.say(frame.getLocale(), wordsKey.apply(each)))
                .collect(Collectors.joining(", "));
        return row.wrong(key, "error_exchange_choice", Map.of("known", all));
    }

    private <E extends Enum<E>> Map<String, Object> names(Class<E> type, Function<E, String> wordsKey) {
        Map<String, Object> names = new HashMap<>();
        for (E each : type.getEnumConstants()) {
            names.put(ColumnGuess.plain(each.name()), each);
            for (String language : Languages.SPOKEN) {
                names.putIfAbsent(ColumnGuess.plain(words.say(Locale.forLanguageTag(language), wordsKey.apply(each))), each);
            }
        }
        return names;
    }
}
