package org.kindtrail.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language says everything that English says, with the same facts and with the plural forms that it has. */
@Tag("once")
class TranslationsTest {
    private static final Path WORDS = Path.of("src/main/resources/words");
    /** Words that are alike in English and here: names, codes, abbreviations, other languages' words beside each other. */
    private static final int FEW_ALIKE = 60;

    /** What a sentence takes: its arguments with the branches of each select, and the forms of each plural. */
    private record Shape(Set<String> arguments, List<Set<String>> plurals) {}

    static Stream<String> others() {
        return Languages.SPOKEN.stream().filter(each -> !each.equals("en"));
    }

    private static Map<String, Map<String, String>> files(String language) throws IOException {
        Map<String, Map<String, String>> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(WORDS.resolve(language))) {
            for (Path path : paths.toList()) {
                Properties read = new Properties();
                try (var reader = Files.newBufferedReader(path)) {
                    read.load(reader);
                }
                Map<String, String> sentences = new TreeMap<>();
                read.stringPropertyNames().forEach(key -> sentences.put(key, read.getProperty(key)));
                files.put(path.getFileName().toString(), sentences);
            }
        }
        return files;
    }

    private static Map<String, String> sentences(String language) throws IOException {
        Map<String, String> all = new TreeMap<>();
        files(language).values().forEach(all::putAll);
        return all;
    }

    @ParameterizedTest
    @MethodSource("others")
    void everySentenceStandsInTheSameFile(String language) throws IOException {
        Map<String, Set<String>> english = new TreeMap<>();
        files("en").forEach((file, sentences) -> english.put(file, sentences.keySet()));
        Map<String, Set<String>> here = new TreeMap<>();
        files(language).forEach((file, sentences) -> here.put(file, sentences.keySet()));

        assertThat(here.keySet()).isEqualTo(english.keySet());
        assertThat(here).allSatisfy((file, keys) -> assertThat(keys).as(file).isEqualTo(english.get(file)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void everySentenceTakesTheSameFacts(String language) throws IOException {
        Map<String, String> english = sentences("en");
        List<String> different = new ArrayList<>();
        sentences(language).forEach((key, sentence) -> {
            Set<String> expected = shape(english.get(key)).arguments();
            Set<String> found = shape(sentence).arguments();
            if (!found.equals(expected)) {
                different.add(key + ": " + found + ", in English " + expected);
            }
        });
        assertThat(different).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("others")
    void everyPluralHasTheFormsOfTheLanguage(String language) throws IOException {
        Set<String> forms = PluralRules.forLocale(Locale.forLanguageTag(language)).getKeywords();
        List<String> lacking = new ArrayList<>();
        sentences(language).forEach((key, sentence) -> shape(sentence).plurals().forEach(plural -> {
            Set<String> named = plural.stream().filter(each -> !each.startsWith("=")).collect(Collectors.toSet());
            if (!named.equals(forms)) {
                lacking.add(key + ": " + named + ", has to be " + forms);
            }
        }));
        assertThat(lacking).isEmpty();
    }

    /** Whoever forgets to translate a file leaves it in English. */
    @ParameterizedTest
    @MethodSource("others")
    void hardlyASentenceIsStillEnglish(String language) throws IOException {
        Map<String, String> english = sentences("en");
        List<String> alike = sentences(language).entrySet().stream()
                .filter(each -> !each.getKey().startsWith("help_"))
                .filter(each -> each.getValue().equals(english.get(each.getKey())))
                .filter(each -> each.getValue().replaceAll("\\{[^}]*}", "").matches("(?s).*[A-Za-z]{3}.*"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(alike).hasSizeLessThan(FEW_ALIKE);
        assertThat(alike).filteredOn(key -> english.get(key).split("\\s+").length > 3).isEmpty();
    }

    private static Shape shape(String sentence) {
        MessagePattern pattern = new MessagePattern(sentence);
        Set<String> arguments = new TreeSet<>();
        List<Set<String>> plurals = new ArrayList<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            MessagePattern.Part part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_START) {
                String name = pattern.getSubstring(pattern.getPart(i + 1));
                Set<String> branches = branches(pattern, i);
                switch (part.getArgType()) {
                    case PLURAL -> plurals.add(branches);
                    case SELECT -> arguments.add(name + branches);
                    default -> {}
                }
                arguments.add(name);
            }
        }
        return new Shape(arguments, plurals);
    }

    /** The branches of an argument, without those of the arguments within it. */
    private static Set<String> branches(MessagePattern pattern, int start) {
        Set<String> branches = new TreeSet<>();
        int limit = pattern.getLimitPartIndex(start);
        for (int i = start + 1; i < limit; i++) {
            MessagePattern.Part part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
                branches.add(pattern.getSubstring(part));
            } else if (part.getType() == MessagePattern.Part.Type.MSG_START) {
                i = pattern.getLimitPartIndex(i);
            }
        }
        return branches;
    }
}
