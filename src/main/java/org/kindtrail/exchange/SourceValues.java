package org.kindtrail.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.sheet.ColumnGuess;

/** What another program's words are here, by the keys of our columns. */
final class SourceValues {
    static final SourceValues NONE = new SourceValues();

    /**
     * @param text as it is called here; empty: nothing
     * @param size the size that the word tells with it; null when it tells none
     */
    record Ours(String text, String size) {}

    private final Map<String, Map<String, Ours>> byField = new HashMap<>();

    /** @param row field, theirs, fits (who it fits, where that decides), ours, size */
    void add(List<String> row) {
        String size = row.get(4).isEmpty() ? null : row.get(4);
        byField.computeIfAbsent(row.get(0), none -> new HashMap<>())
                .put(key(row.get(1), row.get(2)), new Ours(row.get(3), size));
    }

    /** By what a word is known again, whatever its case, spaces and punctuation. */
    static String key(String theirs, String fits) {
        String plain = theirs.isBlank() ? "" : ColumnGuess.plain(theirs);
        return fits == null || fits.isBlank() ? plain : plain + "/" + ColumnGuess.plain(fits);
    }

    /** Null when it is not told. */
    Ours of(String field, String theirs, String fits) {
        Map<String, Ours> known = byField.getOrDefault(field, Map.of());
        Ours ours = known.get(key(theirs, fits));
        return ours != null ? ours : known.get(key(theirs, null));
    }

    Map<String, Map<String, Ours>> all() {
        return byField;
    }
}
