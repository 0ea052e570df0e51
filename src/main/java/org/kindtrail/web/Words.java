package org.kindtrail.web;

import com.ibm.icu.text.MessageFormat;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every sentence of the program, by key and language: {@code words/<language>/<room>.properties}, UTF-8, in the message
 * format of ICU, which knows the plural forms of each language. English stands in where a language lacks a sentence.
 */
@Singleton
public class Words {
    private static final List<String> ROOMS = List.of(
            "error", "web", "account", "catalogue", "place", "donor", "recipient", "drive", "stock", "ledger", "intake",
            "need", "dispatch", "trace", "goods", "setup", "picture", "mail", "mydata", "retention", "seal",
            "fund", "sale", "workshop", "paper", "container", "warehouse", "stocktake", "shipment", "programme",
            "matching", "portal", "referral", "round", "report", "help", "sheet", "exchange", "archive", "guide", "upkeep");
    private final Map<String, Map<String, String>> sentences = new HashMap<>();
    private final Map<String, Map<String, Sentence>> spoken = new ConcurrentHashMap<>();

    /** Also for programs that run beside the service. */
    public Words() {
        for (String language : Languages.SPOKEN) {
            Map<String, String> all = new HashMap<>();
            ROOMS.forEach(room -> load("/words/" + language + "/" + room + ".properties", all));
            sentences.put(language, all);
        }
    }

    private static void load(String resource, Map<String, String> into) {
        try (InputStream in = Words.class.getResourceAsStream(resource)) {
            if (in == null) {
                return;
            }
            Properties file = new Properties();
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            file.stringPropertyNames().forEach(key -> into.put(key, file.getProperty(key)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentence with its facts filled in; the facts are named in it as {@code {count}}. */
    public String say(Locale locale, String key, Map<String, Object> facts) {
        Map<String, Sentence> known = spoken.get(locale.getLanguage());
        Sentence sentence = known == null ? null : known.get(key);
        if (sentence == null) {
            sentence = spoken.computeIfAbsent(locale.getLanguage(), each -> new ConcurrentHashMap<>())
                    .computeIfAbsent(key, each -> sentence(locale, each));
        }
        return sentence.say(facts);
    }

    private Sentence sentence(Locale locale, String key) {
        String pattern = sentences.getOrDefault(locale.getLanguage(), Map.of()).get(key);
        if (pattern == null) {
            pattern = sentences.get("en").get(key);
        }
        if (pattern == null) {
            throw new IllegalStateException("no words for " + key);
        }
        MessageFormat format = new MessageFormat(pattern, locale);
        return new Sentence(format, format.getArgumentNames().isEmpty() ? format.format(Map.of()) : null);
    }

    /** A sentence in a language; what names no facts always reads the same. */
    private record Sentence(MessageFormat format, String always) {
        String say(Map<String, Object> facts) {
            if (always != null) {
                return always;
            }
            // A format is not for two at a time.
            synchronized (format) {
                return format.format(facts, new StringBuffer(), null).toString();
            }
        }
    }

    public String say(Locale locale, String key) {
        return say(locale, key, Map.of());
    }

    public boolean has(String key) {
        return sentences.get("en").containsKey(key);
    }

    /** All keys of a language. */
    public Set<String> keys(String language) {
        return Set.copyOf(sentences.get(language).keySet());
    }
}
