package org.kindtrail.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which column of a file is which of ours.
 *
 * @param columns by the key of ours, the number of the file's column from 0
 * @param same by the key of ours, what is the same for all rows
 * @param source the key of the other program's export that the file is; null: it is somebody's own
 * @param more by the key of ours, what is made of several columns or of one that another of ours has, see {@link Spec}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Mapping(Map<String, Integer> columns, Map<String, String> same, String source, Map<String, String> more) {
    static final Mapping NONE = new Mapping(Map.of(), Map.of(), null, Map.of());

    /** What was written down before there were others' exports has no more. */
    Mapping {
        more = more == null ? Map.of() : more;
    }

    /** What stands in our columns of a row. */
    Map<String, String> cells(List<String> row) {
        Map<String, String> cells = new HashMap<>(same);
        columns.forEach((key, index) -> {
            String cell = index < row.size() ? row.get(index) : "";
            if (!cell.isBlank()) {
                cells.put(key, cell);
            }
        });
        return cells;
    }

    boolean has(String key) {
        return columns.containsKey(key) || same.containsKey(key) || more.containsKey(key);
    }
}
