package org.kindtrail.exchange;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindtrail.sheet.Column;
import org.kindtrail.sheet.ColumnGuess;
import org.kindtrail.web.Languages;
import org.kindtrail.web.Words;

/** The kinds of imports that there are. */
@ApplicationScoped
class Kinds {
    private final Map<Kind, ImportKind> all = new EnumMap<>(Kind.class);
    private final Words words;

    Kinds(@All List<ImportKind> kinds, Words words) {
        kinds.forEach(kind -> all.put(kind.kind(), kind));
        this.words = words;
    }

    ImportKind of(Kind kind) {
        return all.get(kind);
    }

    /** Which columns of a file are ours, by their names. */
    Map<String, Integer> guess(Kind kind, List<Column> columns) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (Field field : of(kind).fields()) {
            List<String> called = new ArrayList<>(List.of(field.key()));
            for (String tag : Languages.SPOKEN) {
                Locale language = Locale.forLanguageTag(tag);
                called.add(words.say(language, field.wordsKey()));
                if (words.has(field.namesKey())) {
                    called.addAll(Arrays.asList(words.say(language, field.namesKey()).split("\\|")));
                }
            }
            names.put(field.key(), called);
        }
        return ColumnGuess.of(columns, names);
    }
}
