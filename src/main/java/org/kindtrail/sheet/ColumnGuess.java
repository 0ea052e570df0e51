package org.kindtrail.sheet;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Guesses which column of a file is which of ours, by their names in any language. */
public final class ColumnGuess {
    private ColumnGuess() {}

    /** A name as it is compared: lower case, without spaces and punctuation, ё as е. */
    public static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        // What has neither letters nor digits is at least told from others like it.
        return plain.isEmpty() ? name.strip() : plain.toString();
    }

    /**
     * @param columns of the file
     * @param names what each of ours may be called
     * @return the number of the file's column for each of ours that was found; none of the file's is given out twice
     */
    public static Map<String, Integer> of(List<Column> columns, Map<String, ? extends Collection<String>> names) {
        Map<String, String> known = new HashMap<>();
        names.forEach((key, all) -> all.forEach(name -> known.putIfAbsent(plain(name), key)));
        Map<String, Integer> found = new LinkedHashMap<>();
        for (Column column : columns) {
            String key = known.get(plain(column.name()));
            if (key != null) {
                found.putIfAbsent(key, column.index());
            }
        }
        Set<Integer> given = new HashSet<>(found.values());
        // "Quantity (pcs)", "Item name *": one of the names and something behind it.
        for (Column column : columns) {
            if (given.contains(column.index())) {
                continue;
            }
            String key = known.get(plain(column.name().replaceAll("[(\\[*,:/].*", "")));
            if (key != null && found.putIfAbsent(key, column.index()) == null) {
                given.add(column.index());
            }
        }
        return found;
    }
}
