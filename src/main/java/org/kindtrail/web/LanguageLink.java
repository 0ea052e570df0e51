package org.kindtrail.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The same page in another language.
 *
 * @param tag BCP 47
 * @param name what the language calls itself
 * @param path where the page stands in it
 * @param current whether it is the one that is read now
 */
public record LanguageLink(String tag, String name, String path, boolean current) {
    /**
     * @param path of the page, as a browser sends it
     * @param query what stands behind the question mark, as a browser sends it; null for nothing
     */
    static List<LanguageLink> of(String path, String query, String spoken) {
        List<LanguageLink> links = new ArrayList<>();
        for (String tag : Languages.SPOKEN) {
            links.add(new LanguageLink(tag, Languages.ownName(tag), in(tag, path, query), tag.equals(spoken)));
        }
        return links;
    }

    private static String in(String tag, String path, String query) {
        String chosen = Languages.PARAMETER + "=" + tag;
        List<String> kept = new ArrayList<>(Arrays.asList((query == null ? "" : query).split("&")));
        kept.removeIf(each -> each.isEmpty() || each.startsWith(Languages.PARAMETER + "="));
        kept.add(chosen);
        // Two slashes at the beginning would name another host.
        return path.replaceFirst("^/*", "/") + "?" + String.join("&", kept);
    }
}
