package org.kindtrail.exchange;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.sheet.Line;
import org.kindtrail.sheet.Spreadsheet;
import org.kindtrail.sheet.Wish;
import org.kindtrail.web.HouseSecret;

/** Looks at every row of an import and keeps what it found, some rows at a time. */
@ApplicationScoped
class ImportChecking {
    static final int BATCH = 1_000;

    private final EntityManager database;
    private final ImportFiles files;
    private final ImportRows rows;
    private final Kinds kinds;
    private final Sources sources;
    private final MappingMemory memory;
    private final Catalogue catalogue;
    private final Json json;
    private final HouseSecret house;

    ImportChecking(
            EntityManager database,
            ImportFiles files,
            ImportRows rows,
            Kinds kinds,
            Sources sources,
            MappingMemory memory,
            Catalogue catalogue,
            Json json,
            HouseSecret house) {
        this.database = database;
        this.files = files;
        this.rows = rows;
        this.kinds = kinds;
        this.sources = sources;
        this.memory = memory;
        this.catalogue = catalogue;
        this.json = json;
        this.house = house;
    }

    /** What is needed to read the file, and the version by which it is seen that nobody matched its columns anew meanwhile. */
    private record Begun(
            byte[] file, Wish wish, Source source, Translation translation, ImportKind kind, Locale language, int checkedTo) {}

    private record Read(int number, Translation.Told told, Fingerprints.Print print) {}

    /** From where it stands to the end; when it cannot go on at all, it says so and can be begun anew. */
    void all(Long id) {
        try {
            goOn(id);
        } catch (RuntimeException failed) {
            if (ImportTaking.isInTheWay(failed)) {
                throw failed;
            }
            RowFault why = ImportTaking.faults(failed).get(0);
            QuarkusTransaction.requiringNew().run(() -> {
                SheetImport brought = locked(id);
                if (brought.getState() == ImportState.CHECKING) {
                    rows.erase(brought);
                    brought.notChecked(json.write(why.key().equals("error_exchange_row_failed")
                            ? new RowFault("", "", "error_exchange_check_failed", Map.of())
                            : why));
                }
            });
        }
    }

    private void goOn(Long id) {
        Begun begun = QuarkusTransaction.requiringNew().call(() -> begin(id));
        if (begun == null) {
            return;
        }
        Fingerprints prints = new Fingerprints(house);
        try (FileRows lines = new FileRows(
                Spreadsheet.of(begun.file(), begun.wish()), begun.kind().mostRows(), begun.source())) {
            List<Read> batch = new ArrayList<>();
            for (Line line = lines.next(); line != null; line = lines.next()) {
                Map<String, String> cells = begun.translation().asItStands(line.cells());
                Fingerprints.Print print = prints.of(cells);
                if (line.number() > begun.checkedTo()) {
                    batch.add(new Read(line.number(), begun.translation().of(line.cells(), cells), print));
                }
                if (batch.size() == BATCH && !checked(id, begun, batch)) {
                    return;
                }
                if (batch.size() == BATCH) {
                    batch = new ArrayList<>();
                }
            }
            if (batch.isEmpty() || checked(id, begun, batch)) {
                QuarkusTransaction.requiringNew().run(() -> {
                    SheetImport brought = locked(id);
                    if (brought.getState() == ImportState.CHECKING) {
                        brought.allChecked();
                    }
                });
            }
        }
    }

    private Begun begin(Long id) {
        SheetImport brought = database.find(SheetImport.class, id);
        if (brought.getState() != ImportState.CHECKING) {
            return null;
        }
        Mapping mapping = json.read(brought.getMapping(), ImportViews.MAPPING);
        Source source = sources.of(mapping.source());
        ItemNames items = new ItemNames(catalogue);
        return new Begun(
                files.open(brought),
                new Wish(brought.getEncoding(), brought.getSeparator(), brought.getSheet()),
                source,
                new Translation(
                        source,
                        memory.chosen(brought.getOrganisationId(), source),
                        items::has,
                        json.read(brought.getColumns(), ImportViews.COLUMNS),
                        mapping),
                kinds.of(brought.getKind()),
                Locale.forLanguageTag(brought.getLanguage()),
                brought.getCheckedTo());
    }

    private SheetImport locked(Long id) {
        return database.find(SheetImport.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** @return false when somebody else has brought it further, or to an end */
    private boolean checked(Long id, Begun begun, List<Read> batch) {
        return QuarkusTransaction.requiringNew().call(() -> {
            SheetImport brought = locked(id);
            if (brought.getState() != ImportState.CHECKING || brought.getCheckedTo() >= batch.get(0).number()) {
                return false;
            }
            check(brought, begun, batch);
            return true;
        });
    }

    private void check(SheetImport brought, Begun begun, List<Read> batch) {
        List<Row> read = batch.stream()
                .map(each -> new Row(each.number(), each.told().cells(), begun.language()))
                .toList();
        begun.kind().begin().check(read);
        Set<String> before = rows.taken(
                brought, batch.stream().map(each -> each.print().text()).toList());
        List<ImportRows.Kept> kept = new ArrayList<>();
        int good = 0;
        int known = 0;
        for (int i = 0; i < batch.size(); i++) {
            Row row = read.get(i);
            Fingerprints.Print print = batch.get(i).print();
            row.faults().addAll(batch.get(i).told().faults());
            if (print.twice()) {
                row.wrong(Field.REFERENCE, "error_exchange_reference_twice", Map.of());
            }
            row.conceal(begun.kind().fields());
            RowState state = before.contains(print.text()) && !print.twice()
                    ? RowState.KNOWN
                    : row.good() ? RowState.GOOD : RowState.WRONG;
            good += state == RowState.GOOD ? 1 : 0;
            known += state == RowState.KNOWN ? 1 : 0;
            kept.add(new ImportRows.Kept(
                    row.number(),
                    state,
                    row.cells(),
                    print.text(),
                    state == RowState.KNOWN ? List.of() : List.copyOf(row.faults()),
                    null));
        }
        rows.add(brought, begun.kind().isSealed(), kept);
        brought.checked(batch.get(batch.size() - 1).number(), good, batch.size() - good - known, known);
    }
}
