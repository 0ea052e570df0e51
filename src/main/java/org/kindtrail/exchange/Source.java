package org.kindtrail.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.sheet.Column;
import org.kindtrail.sheet.ColumnGuess;

/**
 * What another program exports, and how it is read here. It is told in a file of its own, see {@link Sources}.
 *
 * @param key as it stands in addresses and in JSON, as boxtribute.boxes
 * @param system the name of the other program
 * @param header the columns by which it is known; each may be called in several ways
 * @param fields by the key of ours, the file's column or several, see {@link Spec}
 * @param same by the key of ours, what is the same for all rows until somebody says otherwise
 * @param keep the columns that stand for themselves where every other one is an item and holds how many; empty: none is
 * @param without how the names of columns end that are not items nevertheless; null: none
 * @param carry the name of the column that a row with a single cell is, for all rows beneath it; null: there is none
 * @param remark the columns that are kept word by word as the remark
 * @param only by a column, what may stand in it for the row to be taken, plainly; where it holds something
 * @param gone the column that holds something when the goods are no longer there; null: none
 * @param units the column that says what is counted; null: none
 * @param pieces what may stand there, plainly
 * @param unless by the key of ours, in which column what stands when ours stays empty
 * @param otherwise by the key of ours, a column that is asked when the first tells nothing that we know
 * @param values what the other program's words are here
 */
record Source(
        String key,
        String system,
        Kind kind,
        List<List<String>> header,
        Map<String, Spec> fields,
        Map<String, String> same,
        List<String> keep,
        String without,
        String carry,
        List<List<String>> remark,
        Map<String, Set<String>> only,
        String gone,
        String units,
        Set<String> pieces,
        Map<String, Map.Entry<String, String>> unless,
        Map<String, String> otherwise,
        SourceValues values) {
    /** The columns that a file has in place of one for each item. */
    static final String ITEM = "Item";

    static final String QUANTITY = "Quantity";

    /** The key of what its rows are called. */
    String wordsKey() {
        return "exchange_source_" + key.replaceFirst("^.*\\.", "").replace('-', '_');
    }

    /** Whose choices for unknown words count for it. */
    String family() {
        return key.replaceFirst("\\..*$", "");
    }

    boolean isSpread() {
        return !keep.isEmpty();
    }

    boolean isLike(List<Column> columns) {
        return header.stream().allMatch(names -> find(columns, names) != null);
    }

    /** The first column that is called so; null when none is. */
    static Column find(List<Column> columns, List<String> names) {
        for (String name : names) {
            for (Column column : columns) {
                if (ColumnGuess.plain(column.name()).equals(ColumnGuess.plain(name))) {
                    return column;
                }
            }
        }
        return null;
    }

    /** How the columns of a file are matched; each is given to one of ours, and where another wants it too, by its name. */
    Mapping mapping(List<Column> columns) {
        Map<String, Integer> simple = new LinkedHashMap<>();
        Map<String, String> more = new LinkedHashMap<>();
        fields.forEach((field, spec) -> {
            Spec there = spec.in(columns);
            if (there == null) {
                return;
            }
            Column only = there.isOne() ? find(columns, there.parts().get(0)) : null;
            if (only != null && !simple.containsValue(only.index())) {
                simple.put(field, only.index());
            } else {
                more.put(field, there.text());
            }
        });
        Map<String, String> all = new HashMap<>(same);
        simple.keySet().forEach(all::remove);
        more.keySet().forEach(all::remove);
        return new Mapping(simple, all, key, more);
    }

    /** The columns of a file that are kept as the remark. */
    List<Column> remarks(List<Column> columns) {
        List<Column> found = new ArrayList<>();
        for (List<String> names : remark) {
            Column column = find(columns, names);
            if (column != null) {
                found.add(column);
            }
        }
        return found;
    }
}
