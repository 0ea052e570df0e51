package org.kindtrail.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.sheet.ColumnGuess;
import org.kindtrail.web.Languages;

/** Reads categories of the catalogue by code or by what they are called in any language. */
@ApplicationScoped
class Categories {
    private final Catalogue catalogue;

    Categories(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The code of the category; null when it is at fault. */
    String read(Row row, String key) {
        String text = row.needed(key);
        if (text == null) {
            return null;
        }
        String found = names().get(ColumnGuess.plain(text));
        return found != null
                ? found
                : row.wrong(key, "error_exchange_choice", Map.of("known", ofGoods().stream()
                        .map(catalogue::categoryName)
                        .collect(Collectors.joining(", "))));
    }

    private List<String> ofGoods() {
        return catalogue.categories().stream()
                .filter(code -> !code.equals(Catalogue.MONEY) && !code.equals(Catalogue.UNSORTED))
                .toList();
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String code : ofGoods()) {
            names.put(ColumnGuess.plain(code), code);
            for (String tag : Languages.SPOKEN) {
                names.putIfAbsent(ColumnGuess.plain(catalogue.categoryName(code, Locale.forLanguageTag(tag))), code);
            }
        }
        return names;
    }
}
