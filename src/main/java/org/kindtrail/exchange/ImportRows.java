package org.kindtrail.exchange;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.seal.Seal;
import org.kindtrail.seal.SealOwner;

/** The rows of imports in the database, many at a time. The cells of what is personal are sealed. */
@ApplicationScoped
class ImportRows {
    /** So many rows of one import are numbered apart from the next: more than a sheet has. */
    private static final int NUMBER_BITS = 21;
    private static final String OWNER = "import_row";
    private static final String CELLS = "cells";
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<RowFault>> FAULTS = new TypeReference<>() {};

    private final EntityManager database;
    private final Seal seal;
    private final Json json;

    ImportRows(EntityManager database, Seal seal, Json json) {
        this.database = database;
        this.seal = seal;
        this.json = json;
    }

    /** A row as it is kept. */
    record Kept(
            int number,
            RowState state,
            Map<String, String> cells,
            String fingerprint,
            List<RowFault> faults,
            String document) {
        Row row(Locale language) {
            return new Row(number, cells, language);
        }
    }

    private static Long sealedId(SheetImport brought, int number) {
        return (brought.getId() << NUMBER_BITS) + number;
    }

    private interface Fill<T> {
        void into(PreparedStatement statement, T row) throws SQLException;
    }

    private <T> void batch(String sql, Collection<T> rows, Fill<T> fill) {
        if (rows.isEmpty()) {
            return;
        }
        database.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (T row : rows) {
                    fill.into(statement, row);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    void add(SheetImport brought, boolean sealed, List<Kept> rows) {
        batch(
                "insert into sheet_import_row (import_id, number, state, cells, fingerprint, faults) values (?, ?, ?, ?, ?, ?)",
                rows,
                (insert, row) -> {
                    insert.setLong(1, brought.getId());
                    insert.setInt(2, row.number());
                    insert.setString(3, row.state().name());
                    text(insert, 4, sealed ? null : json.write(row.cells()));
                    insert.setString(5, row.fingerprint());
                    text(insert, 6, row.faults().isEmpty() ? null : json.write(row.faults()));
                });
        if (sealed) {
            Map<SealOwner, Confidential> cells = new LinkedHashMap<>();
            rows.forEach(row -> cells.put(
                    new SealOwner(OWNER, sealedId(brought, row.number()), brought.getOrganisationId()),
                    Confidential.of(json.write(row.cells()))));
            seal.keepFirst(CELLS, cells);
        }
    }

    private static void text(PreparedStatement statement, int index, String text) throws SQLException {
        if (text == null) {
            statement.setNull(index, Types.VARCHAR);
        } else {
            statement.setString(index, text);
        }
    }

    /** Writes down what became of rows. */
    void change(SheetImport brought, List<Kept> rows) {
        batch(
                "update sheet_import_row set state = ?, faults = ?, document = ? where import_id = ? and number = ?",
                rows,
                (update, row) -> {
                    update.setString(1, row.state().name());
                    text(update, 2, row.faults().isEmpty() ? null : json.write(row.faults()));
                    text(update, 3, row.document());
                    update.setLong(4, brought.getId());
                    update.setInt(5, row.number());
                });
    }

    /**
     * Rows in the order of their numbers.
     *
     * @param state null: any
     * @param after the number to go on from
     */
    List<Kept> after(SheetImport brought, boolean sealed, RowState state, int after, int count) {
        Query query = database.createNativeQuery(
                        "select number, state, cells, fingerprint, faults, document from sheet_import_row"
                                + " where import_id = :import and number > :after"
                                + (state == null ? "" : " and state = :state") + " order by import_id, number",
                        Object[].class)
                .setParameter("import", brought.getId())
                .setParameter("after", after)
                .setMaxResults(count);
        if (state != null) {
            query.setParameter("state", state.name());
        }
        @SuppressWarnings("unchecked")
        List<Object[]> found = query.getResultList();
        Map<Long, Confidential> open = sealed
                ? seal.open(
                        brought.getOrganisationId(),
                        OWNER,
                        CELLS,
                        found.stream().map(row -> sealedId(brought, ((Number) row[0]).intValue())).toList())
                : Map.of();
        List<Kept> rows = new ArrayList<>();
        for (Object[] row : found) {
            int number = ((Number) row[0]).intValue();
            Confidential own = open.get(sealedId(brought, number));
            String cells = own == null ? (String) row[2] : own.text();
            rows.add(new Kept(
                    number,
                    RowState.valueOf((String) row[1]),
                    cells == null ? Map.of() : json.read(cells, TEXTS),
                    (String) row[3],
                    row[4] == null ? List.of() : json.read((String) row[4], FAULTS),
                    (String) row[5]));
        }
        return rows;
    }

    /** The codes of what the rows became. */
    List<String> documents(SheetImport brought) {
        return database.createNativeQuery(
                        "select document from sheet_import_row where import_id = ?1 and state = 'TAKEN' order by import_id, number",
                        String.class)
                .setParameter(1, brought.getId())
                .getResultList();
    }

    /** Which of the fingerprints were taken before and still stand. */
    Set<String> taken(SheetImport brought, Collection<String> fingerprints) {
        return fingerprints.isEmpty()
                ? Set.of()
                : new HashSet<>(database.createNativeQuery(
                                "select fingerprint from sheet_import_taken"
                                        + " where organisation_id = :organisation and kind = :kind and fingerprint in (:all)",
                                String.class)
                        .setParameter("organisation", brought.getOrganisationId())
                        .setParameter("kind", brought.getKind().name())
                        .setParameter("all", fingerprints)
                        .getResultList());
    }

    void take(SheetImport brought, List<Kept> rows) {
        batch(
                "insert into sheet_import_taken (organisation_id, kind, fingerprint, import_id) values (?, ?, ?, ?)",
                rows,
                (insert, row) -> {
                    insert.setLong(1, brought.getOrganisationId());
                    insert.setString(2, brought.getKind().name());
                    insert.setString(3, row.fingerprint());
                    insert.setLong(4, brought.getId());
                });
    }

    /** What was taken does not stand any more. */
    void reverse(Long brought) {
        run("delete from sheet_import_taken where import_id = ?1", brought);
        run("update sheet_import_row set state = 'REVERSED' where import_id = ?1 and state = 'TAKEN'", brought);
    }

    /** The rows are gone; what was taken stays taken. */
    void erase(SheetImport brought) {
        database.createNativeQuery(
                        "delete from sealed where organisation_id = ?1 and owner = ?2 and owner_id >= ?3 and owner_id < ?4")
                .setParameter(1, brought.getOrganisationId())
                .setParameter(2, OWNER)
                .setParameter(3, brought.getId() << NUMBER_BITS)
                .setParameter(4, (brought.getId() + 1) << NUMBER_BITS)
                .executeUpdate();
        run("delete from sheet_import_row where import_id = ?1", brought.getId());
    }

    private void run(String sql, Long brought) {
        database.createNativeQuery(sql).setParameter(1, brought).executeUpdate();
    }
}
