package org.kindtrail.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.sheet.Cells;
import org.kindtrail.web.Frame;

/** Words of a file that nothing here is called by: each is shown once, however many rows have it, and what it is, is chosen once. */
@ApplicationScoped
class UnknownWords {
    /** Reasons that a choice takes away. */
    private static final Set<String> REASONS = Set.of(
            "error_exchange_item_unknown",
            "error_exchange_item_several",
            "error_exchange_measured",
            "error_exchange_place_unknown",
            "error_exchange_place_several",
            "error_exchange_choice");
    private static final int MOST_ROWS = 5_000;
    private static final int AT_A_TIME = 1_000;
    private static final int MOST = 200;

    private final ImportRows rows;
    private final Kinds kinds;
    private final Sources sources;
    private final MappingMemory memory;
    private final Json json;
    private final Frame frame;

    UnknownWords(ImportRows rows, Kinds kinds, Sources sources, MappingMemory memory, Json json, Frame frame) {
        this.rows = rows;
        this.kinds = kinds;
        this.sources = sources;
        this.memory = memory;
        this.json = json;
        this.frame = frame;
    }

    /** In the order in which they stand in the file. */
    List<UnknownValue> of(SheetImport brought) {
        ImportKind kind = kinds.of(brought.getKind());
        Map<String, UnknownValue> found = new LinkedHashMap<>();
        int after = 0;
        for (int seen = 0; seen < MOST_ROWS; seen += AT_A_TIME) {
            List<ImportRows.Kept> part = rows.after(brought, kind.isSealed(), RowState.WRONG, after, AT_A_TIME);
            part.forEach(row -> row.faults().forEach(fault -> add(kind, row, fault, found)));
            if (part.size() < AT_A_TIME) {
                break;
            }
            after = part.get(part.size() - 1).number();
        }
        return List.copyOf(found.values());
    }

    private void add(ImportKind kind, ImportRows.Kept row, RowFault fault, Map<String, UnknownValue> found) {
        String given = Cells.text(row.cells().getOrDefault(fault.field(), ""));
        boolean sealed = kind.fields().stream().anyMatch(field -> field.sealed() && field.key().equals(fault.field()));
        if (sealed || given.isEmpty() || !REASONS.contains(fault.key())) {
            return;
        }
        String fits = fault.field().equals("item") ? row.cells().get("fits") : null;
        String key = fault.field() + "\n" + SourceValues.key(given, fits);
        UnknownValue before = found.get(key);
        if (before == null && found.size() < MOST) {
            found.put(key, new UnknownValue(fault.field(), given, fits, 1, frame.say(fault.key(), fault.facts())));
        } else if (before != null) {
            found.put(key, new UnknownValue(before.field(), before.given(), before.fits(), before.rows() + 1, before.words()));
        }
    }

    /** @throws Invalid naming what nothing here is called by either */
    void choose(SheetImport brought, ChooseValues command) {
        Mapping mapping = json.read(brought.getMapping(), ImportViews.MAPPING);
        Source source = sources.of(mapping.source());
        Chosen chosen = memory.chosen(brought.getOrganisationId(), source);
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < command.values().size(); i++) {
            ChooseValues.ChosenValue value = command.values().get(i);
            String ours = value.becomes() == null ? "" : value.becomes().strip();
            check(brought, value, ours, "values[" + i + "].", faults);
            chosen = chosen.with(value.field(), Cells.text(value.given()), value.fits(), ours);
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        memory.choose(brought.getOrganisationId(), source, chosen);
    }

    private void check(
            SheetImport brought, ChooseValues.ChosenValue value, String ours, String path, List<FieldError> faults) {
        ImportKind kind = kinds.of(brought.getKind());
        if (kind.fields().stream().noneMatch(field -> field.key().equals(value.field()) && !field.sealed())) {
            faults.add(new FieldError(path + "field", "error_choice", Map.of("given", Given.shortened(value.field()))));
        } else if (!ours.isEmpty()) {
            Map<String, String> cells = new LinkedHashMap<>(Map.of(value.field(), ours));
            if (value.fits() != null && !value.fits().isBlank()) {
                cells.put("fits", value.fits());
            }
            Row row = new Row(0, cells, Locale.forLanguageTag(brought.getLanguage()));
            kind.begin().check(List.of(row));
            row.faults().stream()
                    .filter(fault -> fault.field().equals(value.field()))
                    .limit(1)
                    .forEach(fault -> faults.add(new FieldError(path + "becomes", fault.key(), fault.facts())));
        }
    }
}
