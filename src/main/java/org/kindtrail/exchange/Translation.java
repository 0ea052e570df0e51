package org.kindtrail.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.kindtrail.kernel.Given;
import org.kindtrail.sheet.Cells;
import org.kindtrail.sheet.Column;
import org.kindtrail.sheet.ColumnGuess;

/**
 * Says in our words what stands in the rows of a file: first what somebody chose for a word, then what we call so ourselves, then
 * what is told of the other program's words. What was said otherwise is kept in the remark.
 */
final class Translation {
    private static final String ITEM = "item";
    private static final String FITS = "fits";
    private static final String SIZE = "size";
    private static final String GRADE = "grade";
    private static final String REMARK = "remark";
    private static final int LONGEST_REMARK = 500;
    /** What is said otherwise in these is worth keeping. */
    private static final Set<String> TELLING = Set.of(ITEM, SIZE, GRADE);

    private final Source source;
    private final Chosen chosen;
    private final Predicate<String> isItem;
    private final List<Column> columns;
    private final Map<String, Spec.Bound> more = new LinkedHashMap<>();
    private final Map<String, Column> known = new HashMap<>();
    private final Mapping mapping;
    private final List<Column> remarks;

    /**
     * @param source null: a file of somebody's own
     * @param isItem whether we have items that are called so
     */
    Translation(Source source, Chosen chosen, Predicate<String> isItem, List<Column> columns, Mapping mapping) {
        this.source = source;
        this.chosen = chosen;
        this.isItem = isItem;
        this.columns = columns;
        this.mapping = mapping;
        mapping.more().forEach((field, text) -> more.put(field, Spec.of(text).bind(columns)));
        remarks = source == null ? List.of() : source.remarks(columns);
    }

    /**
     * A row in our words.
     *
     * @param faults why it is not to be taken at all
     */
    record Told(Map<String, String> cells, List<RowFault> faults) {}

    /** What stands in our columns, as it stands there. */
    Map<String, String> asItStands(List<String> row) {
        Map<String, String> cells = mapping.cells(row);
        more.forEach((field, spec) -> {
            String cell = spec.cell(row);
            if (!cell.isBlank()) {
                cells.put(field, cell);
            }
        });
        return cells;
    }

    Told of(List<String> row, Map<String, String> standing) {
        Map<String, String> cells = new HashMap<>(standing);
        List<String> remark = new ArrayList<>();
        if (source != null) {
            source.unless().forEach((field, when) -> {
                if (is(row, when.getKey(), when.getValue())) {
                    cells.remove(field);
                }
            });
        }
        Set<String> fields = new HashSet<>(chosen.fields());
        if (source != null) {
            fields.addAll(source.values().all().keySet());
        }
        fields.remove(ITEM);
        fields.forEach(field -> say(field, cells, remark));
        item(row, cells, remark);
        for (Column column : remarks) {
            note(remark, column.name(), cell(row, column));
        }
        if (source != null) {
            cells.put(Row.FOREIGN, "1");
        }
        remember(cells, remark);
        return new Told(cells, source == null ? List.of() : faults(row));
    }

    private void say(String field, Map<String, String> cells, List<String> remark) {
        String theirs = Cells.text(cells.getOrDefault(field, ""));
        String ours = chosen.of(field, theirs, null);
        if (ours == null && source != null) {
            SourceValues.Ours told = source.values().of(field, theirs, null);
            ours = told == null ? null : told.text();
        }
        if (ours == null || theirs.isEmpty() && !mapping.has(field)) {
            return;
        }
        put(field, ours, cells);
        if (TELLING.contains(field)) {
            note(remark, called(field), theirs);
        }
    }

    private static void put(String field, String ours, Map<String, String> cells) {
        if (ours.isEmpty()) {
            cells.remove(field);
        } else {
            cells.put(field, ours);
        }
    }

    private void item(List<String> row, Map<String, String> cells, List<String> remark) {
        String theirs = Cells.text(cells.getOrDefault(ITEM, ""));
        if (theirs.isEmpty()) {
            return;
        }
        String fits = cells.get(FITS);
        String ours = chosen.of(ITEM, theirs, fits);
        String size = null;
        if (ours == null && !isItem.test(theirs) && source != null) {
            SourceValues.Ours told = source.values().of(ITEM, theirs, fits);
            if (told != null) {
                ours = told.text();
                size = told.size();
            } else {
                ours = otherwise(row);
            }
        }
        if (ours != null) {
            cells.put(ITEM, ours);
            if (size != null) {
                cells.putIfAbsent(SIZE, size);
            }
            note(remark, called(ITEM), theirs);
        }
    }

    /** What another column tells, when we know it. */
    private String otherwise(List<String> row) {
        String text = source.otherwise().containsKey(ITEM) ? cell(row, source.otherwise().get(ITEM)) : "";
        return !text.isEmpty() && isItem.test(text) ? text : null;
    }

    /** The file's name of one of our columns. */
    private String called(String field) {
        Integer index = mapping.columns().get(field);
        return columns.stream()
                .filter(column -> index != null && column.index() == index)
                .map(Column::name)
                .findFirst()
                .orElse(mapping.more().getOrDefault(field, field));
    }

    private static void note(List<String> remark, String name, String text) {
        String line = name + ": " + text;
        if (!text.isEmpty() && !remark.contains(line)) {
            remark.add(line);
        }
    }

    private static void remember(Map<String, String> cells, List<String> remark) {
        String own = Cells.text(cells.getOrDefault(REMARK, ""));
        if (remark.isEmpty()) {
            return;
        }
        String all = (own.isEmpty() ? "" : own + "; ") + String.join("; ", remark);
        cells.put(REMARK, all.length() <= LONGEST_REMARK ? all : all.substring(0, LONGEST_REMARK - 3) + "...");
    }

    private List<RowFault> faults(List<String> row) {
        List<RowFault> faults = new ArrayList<>();
        source.only().forEach((name, may) -> {
            String there = cell(row, name);
            if (!there.isEmpty() && !may.contains(ColumnGuess.plain(there))) {
                faults.add(fault("error_exchange_away", name + ": " + there));
            }
        });
        if (source.gone() != null && !cell(row, source.gone()).isEmpty()) {
            faults.add(fault("error_exchange_away", source.gone() + ": " + cell(row, source.gone())));
        }
        String unit = source.units() == null ? "" : cell(row, source.units());
        if (!unit.isEmpty() && !source.pieces().contains(ColumnGuess.plain(unit))) {
            faults.add(fault("error_exchange_unit", unit));
        }
        return faults;
    }

    private static RowFault fault(String key, String given) {
        String shown = Given.shortened(given);
        return new RowFault("", shown, key, Map.of("given", shown));
    }

    private boolean is(List<String> row, String column, String value) {
        return ColumnGuess.plain(cell(row, column)).equals(ColumnGuess.plain(value));
    }

    private String cell(List<String> row, String name) {
        Column column = known.computeIfAbsent(name, called -> Source.find(columns, List.of(called)));
        return column == null ? "" : cell(row, column);
    }

    private static String cell(List<String> row, Column column) {
        return column.index() < row.size() ? Cells.text(row.get(column.index())) : "";
    }
}
