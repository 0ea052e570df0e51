package org.kindtrail.exchange;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindtrail.kernel.Page;
import org.kindtrail.sheet.Column;
import org.kindtrail.web.Frame;

/** Shows imports and their rows in the reader's words. */
@ApplicationScoped
class ImportViews {
    static final TypeReference<Mapping> MAPPING = new TypeReference<>() {};
    static final TypeReference<List<Column>> COLUMNS = new TypeReference<>() {};
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final TypeReference<RowFault> PROBLEM = new TypeReference<>() {};

    private final Kinds kinds;
    private final Sources sources;
    private final ImportRows rows;
    private final Json json;
    private final Frame frame;

    ImportViews(Kinds kinds, Sources sources, ImportRows rows, Json json, Frame frame) {
        this.kinds = kinds;
        this.sources = sources;
        this.rows = rows;
        this.json = json;
        this.frame = frame;
    }

    ImportView view(SheetImport brought) {
        Mapping mapping = json.read(brought.getMapping(), MAPPING);
        List<Column> columns = json.read(brought.getColumns(), COLUMNS);
        Map<String, String> matched = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (Field field : kinds.of(brought.getKind()).fields()) {
            if (mapping.more().containsKey(field.key())) {
                matched.put(field.key(), mapping.more().get(field.key()));
            }
            Integer index = mapping.columns().get(field.key());
            columns.stream()
                    .filter(column -> index != null && column.index() == index)
                    .findFirst()
                    .ifPresent(column -> matched.put(field.key(), column.name()));
            if (field.required() && !mapping.has(field.key())) {
                missing.add(field.key());
            }
        }
        RowFault problem = brought.getProblem() == null ? null : json.read(brought.getProblem(), PROBLEM);
        return new ImportView(
                brought.getId(),
                brought.getCode(),
                brought.getKind(),
                brought.getState(),
                brought.getFileName(),
                brought.getFormat(),
                brought.getEncoding(),
                brought.getSeparator(),
                brought.getSheet(),
                json.read(brought.getSheets(), NAMES),
                columns.stream().map(Column::name).toList(),
                matched,
                mapping.same(),
                mapping.source(),
                sources.like(columns).stream().map(this::view).toList(),
                missing,
                brought.getRowCount(),
                brought.getCheckedTo(),
                brought.getLastRow(),
                brought.getGood(),
                brought.getWrong(),
                brought.getKnown(),
                brought.getTaken(),
                problem == null ? null : frame.say(problem.key(), problem.facts()),
                brought.getWhy(),
                brought.getCreatedAt(),
                brought.getEndedAt(),
                brought.getClearedAt());
    }

    private SourceView view(Source source) {
        return new SourceView(source.key(), source.system(), frame.say(source.wordsKey(), Map.of()), source.kind());
    }

    /** A page of rows; what good ones become is told by reading them again. */
    Page<ImportRowView> rows(SheetImport brought, RowState state, int after, int size) {
        ImportKind kind = kinds.of(brought.getKind());
        List<ImportRows.Kept> found = rows.after(brought, kind.isSealed(), state, after, size + 1);
        Page<ImportRows.Kept> page = Page.of(found, size, row -> (long) row.number());
        Map<Integer, String> becomes = becomes(brought, kind, page.rows());
        Map<String, String> called = view(brought).matched();
        return page.map(row -> new ImportRowView(
                row.number(),
                row.state(),
                shown(kind, row.cells()),
                becomes.getOrDefault(row.number(), ""),
                row.faults().stream().map(fault -> fault(fault, called)).toList(),
                row.document()));
    }

    private Map<Integer, String> becomes(SheetImport brought, ImportKind kind, List<ImportRows.Kept> kept) {
        Map<Integer, String> becomes = new HashMap<>();
        List<Row> good = kept.stream()
                .filter(row -> row.state() == RowState.GOOD)
                .map(row -> row.row(Locale.forLanguageTag(brought.getLanguage())))
                .toList();
        if (!good.isEmpty()) {
            ImportKind.Desk desk = kind.begin();
            desk.check(good);
            good.forEach(row -> becomes.put(row.number(), row.good() ? desk.says(row) : ""));
        }
        return becomes;
    }

    private static Map<String, String> shown(ImportKind kind, Map<String, String> cells) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            if (!field.sealed() && cells.containsKey(field.key())) {
                shown.put(field.key(), cells.get(field.key()));
            }
        }
        return shown;
    }

    private ImportRowView.ImportFaultView fault(RowFault fault, Map<String, String> called) {
        String column = fault.field().isEmpty()
                ? ""
                : called.getOrDefault(fault.field(), frame.say("exchange_field_" + fault.field(), Map.of()));
        return new ImportRowView.ImportFaultView(
                fault.field(), column, fault.given(), frame.say(fault.key(), fault.facts()));
    }
}
