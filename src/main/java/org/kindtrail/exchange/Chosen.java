package org.kindtrail.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What an organisation chose for words that were not known: by our column and the word, what it is here. */
record Chosen(Map<String, Map<String, String>> values) {
    static final Chosen NONE = new Chosen(Map.of());

    Set<String> fields() {
        return values.keySet();
    }

    /**
     * @param fits who it fits, where that is told beside
     * @return null when nothing was chosen
     */
    String of(String field, String theirs, String fits) {
        return values.getOrDefault(field, Map.of()).get(SourceValues.key(theirs, fits));
    }

    /** With another choice; an empty one is taken back. */
    Chosen with(String field, String theirs, String fits, String ours) {
        Map<String, Map<String, String>> all = new HashMap<>(values);
        Map<String, String> own = new HashMap<>(all.getOrDefault(field, Map.of()));
        if (ours.isEmpty()) {
            own.remove(SourceValues.key(theirs, fits));
        } else {
            own.put(SourceValues.key(theirs, fits), ours);
        }
        all.put(field, own);
        return new Chosen(all);
    }
}
