package org.kindtrail.upkeep;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Fills the tables of PostgreSQL from those of H2, in the transaction that is open there, by COPY and without holding rows. */
final class IntoPostgresql {
    private static final int PIECE = 64 * 1024;

    private final Connection source;
    private final Connection target;

    IntoPostgresql(Connection source, Connection target) {
        this.source = source;
        this.target = target;
    }

    /** Nobody else reads or writes them until the transaction ends. */
    void lock(Set<String> tables) throws SQLException {
        try (Statement statement = target.createStatement()) {
            statement.execute("lock table " + String.join(", ", tables) + " in access exclusive mode");
        }
    }

    /**
     * What a migration filled goes, as it comes from the file as it is now; the numbers go on where they were.
     *
     * @return how many rows were copied
     */
    long fill(Set<String> tables) throws SQLException, IOException {
        try (Statement statement = target.createStatement()) {
            List<String> references = letGoOfReferences(statement, tables);
            statement.execute("truncate " + String.join(", ", tables));
            long rows = 0;
            for (String table : tables) {
                rows += copy(table);
            }
            for (String table : tables) {
                statement.execute("alter table " + table + " enable trigger user");
            }
            for (String reference : references) {
                statement.execute(reference);
            }
            setSequences();
            statement.execute("analyze");
            return rows;
        }
    }

    /** Tables refer to one another in circles: references go, in this transaction only, and come back when all rows are there. */
    private static List<String> letGoOfReferences(Statement statement, Set<String> tables) throws SQLException {
        List<String> away = new ArrayList<>();
        List<String> back = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)"
                + " from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace order by 1, 2")) {
            while (found.next()) {
                String named = "alter table " + found.getString(1);
                away.add(named + " drop constraint " + found.getString(2));
                back.add(named + " add constraint " + found.getString(2) + " " + found.getString(3));
            }
        }
        for (String each : away) {
            statement.execute(each);
        }
        for (String table : tables) {
            statement.execute("alter table " + table + " disable trigger user");
        }
        return back;
    }

    private long copy(String table) throws SQLException, IOException {
        String columns = String.join(", ", Tables.texts(target, "select column_name from information_schema.columns"
                + " where table_schema = current_schema and is_generated = 'NEVER' and table_name = '" + table
                + "' order by ordinal_position"));
        CopyIn copying = target.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + columns + ") from stdin with (format text, encoding 'UTF8')");
        try (Statement reading = source.createStatement();
                ResultSet row = reading.executeQuery("select " + columns + " from " + table)) {
            boolean[] isBytes = binary(row.getMetaData());
            ByteArrayOutputStream piece = new ByteArrayOutputStream(2 * PIECE);
            while (row.next()) {
                piece.write(line(row, isBytes).getBytes(StandardCharsets.UTF_8));
                if (piece.size() >= PIECE) {
                    copying.writeToCopy(piece.toByteArray(), 0, piece.size());
                    piece.reset();
                }
            }
            copying.writeToCopy(piece.toByteArray(), 0, piece.size());
            return copying.endCopy();
        } finally {
            if (copying.isActive()) {
                copying.cancelCopy();
            }
        }
    }

    private static boolean[] binary(ResultSetMetaData columns) throws SQLException {
        boolean[] binary = new boolean[columns.getColumnCount()];
        for (int i = 0; i < binary.length; i++) {
            binary[i] = switch (columns.getColumnType(i + 1)) {
                case Types.BLOB, Types.VARBINARY, Types.BINARY, Types.LONGVARBINARY -> true;
                default -> false;
            };
        }
        return binary;
    }

    /** The row as PostgreSQL's text format has it. Numbers, days and moments are written alike by both. */
    private static String line(ResultSet row, boolean[] isBytes) throws SQLException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < isBytes.length; i++) {
            if (i > 0) {
                line.append('\t');
            }
            if (isBytes[i]) {
                byte[] bytes = row.getBytes(i + 1);
                line.append(bytes == null ? "\\N" : "\\\\x" + HexFormat.of().formatHex(bytes));
            } else {
                escape(row.getString(i + 1), line);
            }
        }
        return line.append('\n').toString();
    }

    private static void escape(String value, StringBuilder into) {
        if (value == null) {
            into.append("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            switch (each) {
                case '\\' -> into.append("\\\\");
                case '\n' -> into.append("\\n");
                case '\r' -> into.append("\\r");
                case '\t' -> into.append("\\t");
                default -> into.append(each);
            }
        }
    }

    /** The next number of each is that of the file, whatever rows are left. What a run that was broken off set is set again by the next. */
    private void setSequences() throws SQLException {
        Map<String, String> next = new HashMap<>();
        numbers("select lower(sequence_name), base_value from information_schema.sequences where sequence_schema = current_schema", next);
        numbers("select lower(table_name || '.' || column_name), identity_base from information_schema.columns"
                + " where table_schema = current_schema and identity_base is not null", next);
        Map<String, String> sequences = new HashMap<>();
        try (Statement asking = target.createStatement();
                ResultSet found = asking.executeQuery("select s.oid::regclass::text, coalesce(t.relname || '.' || a.attname, s.relname)"
                        + " from pg_class s left join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass"
                        + " and d.refclassid = 'pg_class'::regclass and d.deptype in ('i', 'a')"
                        + " left join pg_class t on t.oid = d.refobjid left join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid"
                        + " where s.relkind = 'S' and s.relnamespace = current_schema()::regnamespace")) {
            while (found.next()) {
                sequences.put(found.getString(1), found.getString(2));
            }
        }
        for (Map.Entry<String, String> sequence : sequences.entrySet()) {
            String value = next.remove(sequence.getValue());
            if (value == null) {
                throw new SQLException("no number to go on with for " + sequence.getValue());
            }
            Tables.texts(target, "select setval('" + sequence.getKey() + "', " + value + ", false)");
        }
        if (!next.isEmpty()) {
            throw new SQLException("no sequence for " + next.keySet());
        }
    }

    private void numbers(String query, Map<String, String> into) throws SQLException {
        try (Statement asking = source.createStatement(); ResultSet found = asking.executeQuery(query)) {
            while (found.next()) {
                into.put(found.getString(1), found.getString(2));
            }
        }
    }
}
