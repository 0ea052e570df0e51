package org.kindtrail.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kindtrail.web.CsvFile;

/** Writes the archive: a CSV file for each table, and {@code datapackage.json} that describes them (Frictionless Data Package 1). */
final class DataPackage {
    /** The name that every reader of data packages looks for. */
    static final String DESCRIPTION = "datapackage.json";

    /** What the description says in words. @param tables by the table's name */
    record Titles(String name, String title, String description, String created, Map<String, String> tables) {}

    private final Connection database;
    private final Numbers numbers;
    private final Long organisation;
    private final ObjectMapper json = new ObjectMapper();

    DataPackage(Connection database, Numbers numbers, Long organisation) {
        this.database = database;
        this.numbers = numbers;
        this.organisation = organisation;
    }

    void write(OutputStream out, Titles titles) throws IOException, SQLException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        List<Map<String, Object>> resources = new ArrayList<>();
        for (Table table : ArchiveTables.ALL) {
            zip.putNextEntry(new ZipEntry(path(table)));
            Counted counted = new Counted(zip);
            rows(table, counted);
            zip.closeEntry();
            resources.add(resource(table, titles.tables().get(table.name()), counted));
        }
        zip.putNextEntry(new ZipEntry(DESCRIPTION));
        zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(description(titles, resources)));
        zip.closeEntry();
        zip.finish();
    }

    private static String path(Table table) {
        return "data/" + table.name() + ".csv";
    }

    private void rows(Table table, OutputStream out) throws IOException, SQLException {
        CsvFile csv = new CsvFile(out);
        csv.head(table.fields().stream().map(Field::name).toList());
        TableRows reading = new TableRows(database, numbers, table, organisation);
        for (List<List<Object>> rows = reading.next(); !rows.isEmpty(); rows = reading.next()) {
            for (List<Object> row : rows) {
                csv.row(row);
            }
            csv.flush();
        }
        csv.end();
    }

    private static Map<String, Object> description(Titles titles, List<Map<String, Object>> resources) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("profile", "tabular-data-package");
        all.put("name", titles.name());
        all.put("title", titles.title());
        all.put("description", titles.description());
        all.put("created", titles.created());
        all.put("resources", resources);
        return all;
    }

    private static Map<String, Object> resource(Table table, String title, Counted counted) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("profile", "tabular-data-resource");
        all.put("name", table.name());
        all.put("path", path(table));
        all.put("title", title);
        all.put("format", "csv");
        all.put("mediatype", "text/csv");
        all.put("encoding", "utf-8");
        all.put("bytes", counted.bytes);
        all.put("hash", "sha256:" + HexFormat.of().formatHex(counted.digest.digest()));
        all.put("dialect", Map.of("delimiter", ",", "lineTerminator", "\r\n", "quoteChar", "\"", "doubleQuote", true, "header", true));
        all.put("schema", schema(table));
        return all;
    }

    private static Map<String, Object> schema(Table table) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("fields", table.fields().stream().map(field -> field(table, field)).toList());
        schema.put("primaryKey", table.key());
        if (!table.references().isEmpty()) {
            // The profile has no list with nothing in it.
            schema.put("foreignKeys", table.references().stream().map(reference -> foreignKey(table, reference)).toList());
        }
        schema.put("missingValues", List.of(""));
        return schema;
    }

    private static Map<String, Object> foreignKey(Table table, Table.Reference reference) {
        String there = reference.table().equals(table.name()) ? "" : reference.table();
        return Map.of("fields", reference.fields(), "reference", Map.of("resource", there, "fields", reference.its()));
    }

    private static Map<String, Object> field(Table table, Field field) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", field.name());
        all.put("type", field.kind().type());
        if (table.key().contains(field.name())) {
            all.put("constraints", Map.of("required", true));
        }
        return all;
    }

    /** What goes through it is counted, and is not closed with it. */
    private static final class Counted extends FilterOutputStream {
        private final MessageDigest digest;
        private long bytes;

        Counted(OutputStream out) {
            super(out);
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public void write(int letter) throws IOException {
            write(new byte[] {(byte) letter}, 0, 1);
        }

        @Override
        public void write(byte[] letters, int from, int length) throws IOException {
            digest.update(letters, from, length);
            bytes += length;
            out.write(letters, from, length);
        }

        @Override
        public void flush() {
            // The file goes out when it is whole
        }
    }
}
