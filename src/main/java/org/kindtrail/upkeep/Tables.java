package org.kindtrail.upkeep;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which tables a database has, H2 or PostgreSQL, and how much is in them. */
final class Tables {
    private static final String HISTORY = "flyway_schema_history";

    private Tables() {}

    /** Those of the house, in small letters; the list of migrations is not among them. */
    static Set<String> of(Connection database) throws SQLException {
        Set<String> all = new TreeSet<>(texts(database, "select lower(table_name) from information_schema.tables"
                + " where table_schema = current_schema and table_type = 'BASE TABLE'"));
        all.remove(HISTORY);
        return all;
    }

    /** The migrations that it has had. */
    static Set<String> versions(Connection database) throws SQLException {
        return new TreeSet<>(texts(database, "select \"version\" from \"" + HISTORY + "\" where \"version\" is not null and \"success\""));
    }

    static long count(Connection database, String table) throws SQLException {
        return Long.parseLong(texts(database, "select count(*) from " + table).get(0));
    }

    /** The first column of what the query finds. */
    static List<String> texts(Connection database, String query) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = database.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }
}
