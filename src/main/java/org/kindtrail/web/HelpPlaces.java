package org.kindtrail.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Which paragraph of which guide tells of a page: {@code guide/places.properties}, where the beginning of a page's path leads
 * to a guide and its paragraph. The longest beginning counts; {@code *} stands for one part of a path, such as a code.
 */
public final class HelpPlaces {
    /** The list of guides. */
    private static final String ALL = "/guide";

    private static final Map<List<String>, String> PLACES = read();

    private HelpPlaces() {}

    private static Map<List<String>, String> read() {
        Properties file = new Properties();
        try (Reader in = new InputStreamReader(
                HelpPlaces.class.getResourceAsStream("/guide/places.properties"), StandardCharsets.UTF_8)) {
            file.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<List<String>, String> places = new HashMap<>();
        file.stringPropertyNames().forEach(path -> places.put(parts(path), file.getProperty(path)));
        return Map.copyOf(places);
    }

    private static List<String> parts(String path) {
        return Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    /** All of them: guide and paragraph by the beginning of a path. */
    public static Map<List<String>, String> all() {
        return PLACES;
    }

    /** Where the guides tell of the page; the list of guides where none does. */
    public static String of(String path) {
        List<String> parts = parts(path);
        for (int length = Math.min(parts.size(), 4); length > 0; length--) {
            String place = PLACES.get(parts.subList(0, length));
            for (int any = 1; place == null && any < length; any++) {
                String[] beginning = parts.subList(0, length).toArray(String[]::new);
                beginning[any] = "*";
                place = PLACES.get(List.of(beginning));
            }
            if (place != null) {
                return ALL + "/" + place;
            }
        }
        return ALL;
    }
}
