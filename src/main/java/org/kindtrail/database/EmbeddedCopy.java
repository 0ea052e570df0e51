package org.kindtrail.database;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A copy of an embedded database as it is at one moment, while others write: H2's script of it, compressed, and after that
 * what each table has, by which a copy is known to be whole. It is a script and not the file itself, as H2 promises one moment
 * of all tables to a transaction and not to who copies the file beneath it.
 */
public final class EmbeddedCopy {
    private static final String COUNT = "-- rows of ";
    private static final String WHOLE = "-- kindtrail: whole";

    private EmbeddedCopy() {}

    /**
     * Writes one. It is on the disk when this returns.
     *
     * @param file not there yet, in a folder that nobody else reads
     */
    public static void write(Connection database, Path file) throws SQLException, IOException {
        int usual = database.getTransactionIsolation();
        database.setAutoCommit(false);
        // H2's snapshot: all tables as they are at the first statement
        database.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        try {
            Map<String, Long> rows = count(database);
            try (PreparedStatement script = database.prepareStatement("script to ? compression gzip charset 'UTF-8'")) {
                script.setString(1, file.toString());
                script.execute();
            }
            close(file, rows);
        } finally {
            database.rollback();
            database.setTransactionIsolation(usual);
            database.setAutoCommit(true);
        }
    }

    /** A second part of the same compressed file. */
    private static void close(Path file, Map<String, Long> rows) throws IOException {
        try (Writer end = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file, StandardOpenOption.APPEND)), StandardCharsets.UTF_8)) {
            end.write("\n");
            for (Map.Entry<String, Long> each : rows.entrySet()) {
                end.write(COUNT + each.getKey() + ": " + each.getValue() + "\n");
            }
            end.write(WHOLE + "\n");
        }
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    /** How many rows each table has, as the connection sees it. */
    public static Map<String, Long> count(Connection database) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Statement statement = database.createStatement()) {
            try (ResultSet tables = statement.executeQuery("select table_name from information_schema.tables"
                    + " where table_schema = current_schema and table_type = 'BASE TABLE'")) {
                while (tables.next()) {
                    rows.put(tables.getString(1), 0L);
                }
            }
            for (Map.Entry<String, Long> each : rows.entrySet()) {
                try (ResultSet counted = statement.executeQuery("select count(*) from \"" + each.getKey() + "\"")) {
                    counted.next();
                    each.setValue(counted.getLong(1));
                }
            }
        }
        return rows;
    }

    /**
     * Reads one to its end.
     *
     * @return how many rows each table had
     * @throws IOException when it is not whole, or no copy
     */
    public static Map<String, Long> check(Path file) throws IOException {
        Map<String, Long> rows = new TreeMap<>();
        String last = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)), 64 * 1024), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(COUNT)) {
                    int colon = line.lastIndexOf(": ");
                    rows.put(line.substring(COUNT.length(), colon), Long.parseLong(line.substring(colon + 2)));
                }
                last = line.isBlank() ? last : line;
            }
        }
        if (!last.equals(WHOLE)) {
            throw new IOException("its end is missing");
        }
        return rows;
    }

    /** Fills a database that is empty. */
    public static void read(Path file, Connection empty) throws SQLException {
        try (PreparedStatement script = empty.prepareStatement("runscript from ? compression gzip charset 'UTF-8'")) {
            script.setString(1, file.toString());
            script.execute();
        }
    }
}
