package org.kindtrail.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every key that is said has words, and no words lie about unsaid. */
@Tag("once")
class WordsTest {
    private static final Path ENGLISH = Path.of("src/main/resources/words/en");
    private static final Pattern SAID = Pattern.compile("\\bw:([a-z]\\w*)");
    private static final Pattern QUOTED = Pattern.compile("'([a-z]+_[a-z0-9_]+)'");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+_[a-z0-9_]*)\"");
    /** Said by keys that are put together: these, and every literal of more than one word that ends with an underscore. */
    private static final Set<String> FAMILIES = Set.of(
            // kernel.Rules: a constraint of the library, by its name
            "error_notnull", "error_notempty", "error_size", "error_min", "error_max", "error_pattern",
            // web.Problems: what the framework refuses, by status
            "error_http_",
            // web.ProblemPages and web.Problems: by the problem's type
            "error_title_", "error_explained_",
            // an item of the catalogue, by its code
            "goods_");
    /** What looks alike: names in the database, and the message of kernel.Text, which its own rules always replace. */
    private static final Pattern NO_KEY = Pattern.compile("[a-z_]+_(?:seq|id|words)|error_text|place_keeper|need_(?:people|substitute)|drive_(?:starts|ends)|stock_taking");
    /** The tables of the archive and their columns: names for programs, the same in every language. */
    private static final Pattern OF_A_TABLE = Pattern.compile("\\w+Tables\\.java");

    private final Map<String, String> words = read();
    private final Set<String> templates = new TreeSet<>();
    private final Set<String> java = new TreeSet<>();

    WordsTest() {
        for (String template : texts("src/main/resources/templates", name -> name.endsWith(".html"))) {
            collect(SAID, template, templates);
            collect(QUOTED, template, templates);
        }
        templates.remove("any");
        texts("src/main/java", name -> name.endsWith(".java") && !OF_A_TABLE.matcher(name).matches())
                .forEach(source -> collect(LITERAL, source, java));
    }

    private static void collect(Pattern pattern, String text, Set<String> into) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            into.add(found.group(1));
        }
    }

    private static List<String> texts(String folder, Predicate<String> named) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(each -> named.test(each.getFileName().toString())).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read() {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(ENGLISH)) {
            for (Path file : files.toList()) {
                Properties properties = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                properties.stringPropertyNames().forEach(key -> assertThat(all.put(key, properties.getProperty(key)))
                        .as("%s stands in %s and elsewhere", key, file)
                        .isNull());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private Set<String> rooms() {
        return words.keySet().stream().map(key -> key.substring(0, key.indexOf('_'))).collect(Collectors.toSet());
    }

    private boolean known(String key) {
        return words.containsKey(key)
                || words.containsKey("history_" + key)
                || key.endsWith("_") && words.keySet().stream().anyMatch(each -> each.startsWith(key));
    }

    @Test
    void everyFileOfWordsIsLoaded() {
        assertThat(new Words().keys("en")).isEqualTo(words.keySet());
    }

    @Test
    void everyKeyInATemplateHasWords() {
        assertThat(templates).hasSizeGreaterThan(20);
        assertThat(templates)
                .filteredOn(key -> key.contains("_") && rooms().contains(key.substring(0, key.indexOf('_'))) || !key.contains("_"))
                .filteredOn(key -> !known(key))
                .isEmpty();
    }

    @Test
    void everyKeyInJavaHasWords() {
        Set<String> rooms = rooms();
        rooms.add("history");
        assertThat(java)
                .filteredOn(key -> rooms.contains(key.substring(0, key.indexOf('_'))))
                .filteredOn(key -> !NO_KEY.matcher(key).matches())
                .filteredOn(key -> !known(key))
                .isEmpty();
    }

    @Test
    void everyKeyIsSaidSomewhere() {
        Set<String> families = new TreeSet<>(FAMILIES);
        java.stream().filter(key -> key.matches("[a-z]+_[a-z0-9_]+_")).forEach(families::add);
        templates.stream().filter(key -> key.endsWith("_")).forEach(families::add);
        assertThat(words.keySet())
                .filteredOn(key -> !templates.contains(key) && !java.contains(key))
                .filteredOn(key -> !key.startsWith("history_") || !java.contains(key.substring("history_".length())))
                .filteredOn(key -> families.stream()
                        .noneMatch(family -> key.startsWith(family) || key.startsWith("history_" + family)))
                .isEmpty();
    }

    @Test
    void everySentenceIsInTheFormatOfIcu() {
        List<String> broken = new ArrayList<>();
        words.forEach((key, pattern) -> {
            try {
                new MessageFormat(pattern, Locale.ENGLISH);
            } catch (IllegalArgumentException e) {
                broken.add(key + ": " + e.getMessage());
            }
        });
        assertThat(broken).isEmpty();
    }

    @Test
    void noSentenceBegsOrBlames() {
        List<String> never = Arrays.asList("please", "invalid", "oops");
        assertThat(words)
                .allSatisfy((key, sentence) -> assertThat(sentence.toLowerCase(Locale.ROOT).split("\\W+"))
                        .as(key)
                        .doesNotContainAnyElementsOf(never));
    }
}
