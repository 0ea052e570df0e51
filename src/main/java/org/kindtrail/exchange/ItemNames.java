package org.kindtrail.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.sheet.ColumnGuess;
import org.kindtrail.web.Languages;

/** The items that can be recorded, by code and by what they are called in any language. */
final class ItemNames {
    private static final int NEAR = 3;
    private static final int LONG_WORD = 4;

    private final Catalogue catalogue;
    private final Map<String, Set<Item>> byName = new HashMap<>();

    ItemNames(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (Item item : catalogue.byId().values()) {
            if (item.isActive() && !Catalogue.isMoney(item) && catalogue.find(item.getCode()) == item) {
                name(item.getCode(), item);
                if (item.getIfrcCode() != null) {
                    name(item.getIfrcCode(), item);
                }
                for (String tag : Languages.SPOKEN) {
                    Locale language = Locale.forLanguageTag(tag);
                    name(catalogue.label(item, language), item);
                    name(item.name(language), item);
                }
            }
        }
    }

    private void name(String name, Item item) {
        byName.computeIfAbsent(ColumnGuess.plain(name), none -> new LinkedHashSet<>()).add(item);
    }

    /** Whether something is called so already. */
    boolean has(String label) {
        return byName.containsKey(ColumnGuess.plain(label));
    }

    /**
     * The item that a cell names.
     *
     * @param fits who it fits, where that is told beside: it chooses between items of one name
     * @return null when it is at fault
     */
    Item read(Row row, String key, Wearer fits) {
        String text = row.needed(key);
        if (text == null) {
            return null;
        }
        Item byCode = catalogue.find(text);
        if (byCode != null && byCode.isActive() && !Catalogue.isMoney(byCode)) {
            return byCode;
        }
        Set<Item> found = byName.getOrDefault(ColumnGuess.plain(text), Set.of());
        if (found.size() == 1) {
            return found.iterator().next();
        }
        List<Item> fitting = found.stream()
                .filter(item -> item.getWearer() == (fits == null ? Wearer.ANY : fits))
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        return found.isEmpty()
                ? row.wrong(key, "error_exchange_item_unknown", Map.of("near", near(text)))
                : row.wrong(key, "error_exchange_item_several", Map.of("near", labels(List.copyOf(found))));
    }

    /** Up to three items whose names have the most words in common with the text. */
    private String near(String text) {
        Set<String> wanted = words(text);
        Map<Item, Integer> alike = new HashMap<>();
        for (Map.Entry<String, Set<Item>> each : byName.entrySet()) {
            int common = (int) wanted.stream().filter(each.getKey()::contains).count();
            if (common > 0) {
                each.getValue().forEach(item -> alike.merge(item, common, Math::max));
            }
        }
        List<Item> nearest = alike.entrySet().stream()
                .sorted(Map.Entry.<Item, Integer>comparingByValue().reversed().thenComparing(each -> each.getKey().getId()))
                .limit(NEAR)
                .map(Map.Entry::getKey)
                .toList();
        return nearest.isEmpty() ? "none" : labels(nearest);
    }

    private String labels(List<Item> items) {
        List<String> labels = new ArrayList<>();
        items.stream()
                .sorted(Comparator.comparing(Item::getId))
                .limit(2L * NEAR)
                .forEach(item -> labels.add(catalogue.label(item) + " (" + item.getCode() + ")"));
        return String.join("; ", labels);
    }

    /** The beginnings of long words: the ends change with case and number. */
    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : text.split("[^\\p{L}\\p{N}]+")) {
            String plain = ColumnGuess.plain(word);
            if (plain.length() >= LONG_WORD) {
                words.add(plain.substring(0, Math.max(LONG_WORD, plain.length() - 2)));
            }
        }
        return words;
    }
}
