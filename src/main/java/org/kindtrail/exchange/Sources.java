package org.kindtrail.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kindtrail.sheet.Column;
import org.kindtrail.sheet.ColumnGuess;

/**
 * The exports of other programs that are known. Each program has two files in the folder {@code moving}: {@code <name>.properties}
 * says by which columns its exports are known and which column is which of ours, {@code <name>.csv} what its words are here.
 */
@ApplicationScoped
class Sources {
    private static final List<String> SYSTEMS = List.of("human-essentials", "boxtribute", "goodcity", "sahana");

    private final Map<String, Source> all = new LinkedHashMap<>();

    Sources() {
        for (String system : SYSTEMS) {
            Properties told = new Properties();
            try (Reader in = open(system + ".properties")) {
                told.load(in);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            SourceValues values = values(system);
            for (String name : told.getProperty("exports").split(",")) {
                Source source = source(system + "." + name.strip(), name.strip() + ".", told, values);
                all.put(source.key(), source);
            }
        }
    }

    private static Reader open(String name) {
        InputStream in = Sources.class.getResourceAsStream("/moving/" + name);
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    private static SourceValues values(String system) {
        SourceValues values = new SourceValues();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(open(system + ".csv"))) {
            rows.stream().skip(1).forEach(row -> values.add(row.getFields()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return values;
    }

    private static Source source(String key, String head, Properties told, SourceValues values) {
        Map<String, Map.Entry<String, String>> unless = new LinkedHashMap<>();
        under(head + "unless.", told).forEach((field, text) -> {
            String[] parts = text.split(":", 2);
            unless.put(field, Map.entry(parts[0].strip(), parts[1].strip()));
        });
        Map<String, Set<String>> only = new LinkedHashMap<>();
        under(head + "only.", told).forEach((column, text) -> only.put(column.replace('_', ' '), plain(text)));
        Map<String, Spec> fields = new LinkedHashMap<>();
        under(head + "field.", told).forEach((field, text) -> fields.put(field, Spec.of(text)));
        return new Source(
                key,
                told.getProperty("name"),
                Kind.valueOf(told.getProperty(head + "kind").toUpperCase(Locale.ROOT)),
                list(told, head + "header").stream().map(Spec::names).toList(),
                fields,
                under(head + "same.", told),
                list(told, head + "keep"),
                told.getProperty(head + "without"),
                told.getProperty(head + "carry"),
                list(told, head + "remark").stream().map(Spec::names).toList(),
                only,
                told.getProperty(head + "gone"),
                told.getProperty(head + "units"),
                plain(told.getProperty(head + "pieces", "")),
                unless,
                under(head + "otherwise.", told),
                values);
    }

    private static List<String> list(Properties told, String key) {
        return Arrays.stream(told.getProperty(key, "").split(",")).map(String::strip).filter(each -> !each.isEmpty()).toList();
    }

    private static Set<String> plain(String text) {
        return Arrays.stream(text.split(",")).map(ColumnGuess::plain).filter(each -> !each.isEmpty()).collect(Collectors.toSet());
    }

    private static Map<String, String> under(String head, Properties told) {
        Map<String, String> found = new TreeMap<>();
        for (String name : told.stringPropertyNames()) {
            if (name.startsWith(head)) {
                found.put(name.substring(head.length()), told.getProperty(name).strip());
            }
        }
        return found;
    }

    /** The one with that key; null when there is none. */
    Source of(String key) {
        return key == null ? null : all.get(key);
    }

    /** What a file with these columns may be, the likeliest first. */
    List<Source> like(List<Column> columns) {
        return all.values().stream().filter(source -> source.isLike(columns)).toList();
    }

    List<Source> all() {
        return List.copyOf(all.values());
    }
}
