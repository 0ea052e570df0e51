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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Mapping(Map<String, Integer> columns, Map<String, String> same) {
    static final Mapping NONE = new Mapping(Map.of(), Map.of());

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
        return columns.containsKey(key) || same.containsKey(key);
    }
}
