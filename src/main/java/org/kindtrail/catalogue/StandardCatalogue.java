package org.kindtrail.catalogue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindtrail.kernel.Money;

/** The catalogue that comes with the program ({@code catalogue/*.csv}); what a new release adds is added at start. */
@ApplicationScoped
public class StandardCatalogue {
    private final Items items;
    private final Map<String, Map<String, String>> categories = new LinkedHashMap<>();
    private final List<String> mostUsed = new ArrayList<>();
    private final Set<String> expiring = new HashSet<>();

    StandardCatalogue(Items items) {
        this.items = items;
        for (NamedCsvRecord row : read("categories")) {
            categories.put(
                    row.getField("code"),
                    Map.of(
                            "en", row.getField("name_en"),
                            "ru", row.getField("name_ru"),
                            "kk", row.getField("name_kk"),
                            "ky", row.getField("name_ky")));
        }
        read("most-used").forEach(row -> mostUsed.add(row.getField("code")));
        read("expiring").forEach(row -> expiring.add(row.getField("code")));
    }

    @Transactional
    void stock(@Observes @Priority(10) StartupEvent start) {
        List<Item> standing = items.list("organisationId is null");
        Set<String> known = standing.stream().map(Item::getCode).collect(Collectors.toSet());
        standing.forEach(item -> item.expires(expiring.contains(item.getCode())));
        List<Item> missing = new ArrayList<>();
        for (NamedCsvRecord row : read("items")) {
            if (!known.contains(row.getField("code"))) {
                missing.add(standard(row));
            }
        }
        for (String currency : Money.currencies()) {
            if (!known.contains(money(currency))) {
                missing.add(money(currency, com.ibm.icu.util.Currency.getInstance(currency)));
            }
        }
        missing.forEach(item -> item.expires(expiring.contains(item.getCode())));
        items.persist(missing);
    }

    /** The code of the item that a currency is. */
    static String money(String currency) {
        return "money-" + currency.toLowerCase(Locale.ROOT);
    }

    /** Its names are those that Unicode's locale data has for it. */
    private static Item money(String code, com.ibm.icu.util.Currency currency) {
        return new Item(null, money(code), Catalogue.MONEY, Wearer.ANY, code, List.of(), currency.getName(Locale.ENGLISH, 1, null))
                .named(
                        currency.getName(Locale.forLanguageTag("ru"), 1, null),
                        currency.getName(Locale.forLanguageTag("kk"), 1, null),
                        currency.getName(Locale.forLanguageTag("ky"), 1, null),
                        null);
    }

    private static Item standard(NamedCsvRecord row) {
        String sizes = row.getField("sizes");
        return new Item(
                        null,
                        row.getField("code"),
                        row.getField("category"),
                        Wearer.valueOf(row.getField("wearer").toUpperCase(Locale.ROOT)),
                        row.getField("unit"),
                        sizes.isEmpty() ? List.of() : List.of(sizes.split("\\|")),
                        row.getField("name_en"))
                .named(row.getField("name_ru"), row.getField("name_kk"), row.getField("name_ky"), row.getField("ifrc"));
    }

    List<String> categories() {
        return List.copyOf(categories.keySet());
    }

    List<String> mostUsed() {
        return mostUsed;
    }

    String categoryName(String code, Locale locale) {
        Map<String, String> names = categories.get(code);
        return names == null ? code : names.getOrDefault(locale.getLanguage(), names.get("en"));
    }

    private static List<NamedCsvRecord> read(String name) {
        try (var in = StandardCatalogue.class.getResourceAsStream("/catalogue/" + name + ".csv");
                var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
