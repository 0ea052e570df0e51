package org.kindtrail.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What is sealed in a database, for a command beside the service: read and sealed anew in batches, each whole or not at all. */
final class SealedRows {
    /** What one transaction seals anew. */
    static final int BATCH = 500;

    private final Connection database;

    SealedRows(Connection database) throws SQLException {
        this.database = database;
        database.setAutoCommit(false);
    }

    /** Where a text stands; {@code FIRST} is before all of them. */
    record Place(String owner, long id, String field) {
        static final Place FIRST = new Place("", 0, "");
    }

    /**
     * @param sealed how many are sealed anew
     * @param broken those that do not open; they stay as they are
     * @param last where the next batch goes on; null when this was the last
     */
    record Batch(long sealed, List<Place> broken, Place last) {}

    private record Row(Place place, long organisation, String content) {
        SealOwner belongsTo() {
            return new SealOwner(place.owner(), place.id(), organisation);
        }
    }

    boolean areThere() throws SQLException {
        boolean upperCase = database.getMetaData().storesUpperCaseIdentifiers();
        for (String table : List.of("sealed", "sealing_key")) {
            String name = upperCase ? table.toUpperCase(Locale.ROOT) : table;
            try (ResultSet found = database.getMetaData().getTables(null, database.getSchema(), name, null)) {
                if (!found.next()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The numbers of the keys that the database knows of. */
    Set<Integer> keys() throws SQLException {
        return numbers("select id from sealing_key");
    }

    /** The numbers of the keys that something is sealed with. */
    Set<Integer> keysInUse() throws SQLException {
        return numbers("select distinct key_id from sealed");
    }

    private Set<Integer> numbers(String sql) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(sql);
                ResultSet found = query.executeQuery()) {
            Set<Integer> numbers = new TreeSet<>();
            while (found.next()) {
                numbers.add(found.getInt(1));
            }
            return numbers;
        }
    }

    long countNotUnder(int key) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("select count(*) from sealed where key_id <> ?")) {
            query.setInt(1, key);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    /** The database knows of the key from now on. */
    void know(int key) throws SQLException {
        if (!keys().contains(key)) {
            try (PreparedStatement insert =
                    database.prepareStatement("insert into sealing_key (id, made_at) values (?, current_timestamp)")) {
                insert.setInt(1, key);
                insert.executeUpdate();
            }
        }
        database.commit();
    }

    /** The database refuses while something is sealed with one of the others. */
    void forgetAllBut(Set<Integer> kept) throws SQLException {
        for (int key : keys()) {
            if (!kept.contains(key)) {
                try (PreparedStatement delete = database.prepareStatement("delete from sealing_key where id = ?")) {
                    delete.setInt(1, key);
                    delete.executeUpdate();
                }
            }
        }
        database.commit();
    }

    /** Seals anew what this key has sealed, up to {@link #BATCH} texts behind that place, in a transaction of its own. */
    Batch sealAnew(Keyring keyring, int key, Place after) throws SQLException {
        List<Row> rows = rows(key, after);
        List<Place> broken = new ArrayList<>();
        long sealed = 0;
        try (PreparedStatement update = database.prepareStatement(
                """
                update sealed set content = ?, search = ?, key_id = ?
                where owner = ? and owner_id = ? and field = ? and content = ?""")) {
            for (Row row : rows) {
                try {
                    set(update, row, keyring);
                    // None, when somebody wrote another text meanwhile.
                    sealed += update.executeUpdate();
                } catch (IllegalStateException doesNotOpen) {
                    broken.add(row.place());
                }
            }
        }
        database.commit();
        return new Batch(sealed, broken, rows.size() < BATCH ? null : rows.get(BATCH - 1).place());
    }

    private static void set(PreparedStatement update, Row row, Keyring keyring) throws SQLException {
        SealOwner owner = row.belongsTo();
        String field = row.place().field();
        var text = keyring.open(owner, field, row.content());
        update.setString(1, keyring.seal(owner, field, text));
        update.setString(2, keyring.search(owner, field, text));
        update.setInt(3, keyring.primary());
        update.setString(4, owner.kind());
        update.setLong(5, owner.id());
        update.setString(6, field);
        update.setString(7, row.content());
    }

    private List<Row> rows(int key, Place after) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                """
                select owner, owner_id, field, organisation_id, content from sealed
                where key_id = ? and (owner, owner_id, field) > (?, ?, ?)
                order by owner, owner_id, field limit ?""")) {
            query.setInt(1, key);
            query.setString(2, after.owner());
            query.setLong(3, after.id());
            query.setString(4, after.field());
            query.setInt(5, BATCH);
            try (ResultSet found = query.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (found.next()) {
                    Place place = new Place(found.getString(1), found.getLong(2), found.getString(3));
                    rows.add(new Row(place, found.getLong(4), found.getString(5)));
                }
                return rows;
            }
        }
    }
}
