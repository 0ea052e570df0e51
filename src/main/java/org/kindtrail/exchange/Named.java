package org.kindtrail.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.kindtrail.kernel.Code;
import org.kindtrail.sheet.ColumnGuess;

/** Things that a cell names by code, or by a name that only one of them has. */
final class Named {
    private final Map<String, Set<String>> codes = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    void add(String code, String name) {
        known.add(code);
        codes.computeIfAbsent(ColumnGuess.plain(name), none -> new HashSet<>()).add(code);
    }

    /**
     * The code of what the cell names; null when nothing stands there or it is at fault.
     *
     * @param unknown the words for a name or a code that nothing has
     */
    String read(Row row, String key, String unknown) {
        String text = row.text(key);
        if (text == null) {
            return null;
        }
        String code = Code.read(text).filter(known::contains).orElse(null);
        if (code != null) {
            return code;
        }
        Set<String> found = codes.getOrDefault(ColumnGuess.plain(text), Set.of());
        if (found.size() == 1) {
            return found.iterator().next();
        }
        return found.isEmpty()
                ? row.wrong(key, unknown, Map.of())
                : row.wrong(key, "error_exchange_several", Map.of("near", Some.named(found.stream().sorted().toList())));
    }
}
