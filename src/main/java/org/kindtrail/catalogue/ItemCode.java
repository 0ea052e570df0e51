package org.kindtrail.catalogue;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Set;

/** Makes an item's code from its name: "Валенки, 2-й сорт" becomes {@code valenki-2-j-sort}. */
final class ItemCode {
    private static final int LONGEST = 50;
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; NFD; [[:M:][:Lm:]] Remove");

    private ItemCode() {}

    /** @param taken the codes that are in use; the new one is none of them */
    static String of(String name, Set<String> taken) {
        String slug = slug(name);
        String code = slug;
        for (int number = 2; taken.contains(code); number++) {
            code = slug + "-" + number;
        }
        return code;
    }

    private static String slug(String name) {
        String latin = LATIN.transliterate(name).toLowerCase(Locale.ROOT);
        String slug = latin.replaceAll("['\"`\u2018\u2019]", "").replaceAll("[^a-z0-9]+", "-");
        String bounded = slug.length() <= LONGEST ? slug : slug.substring(0, LONGEST);
        String trimmed = bounded.replaceAll("^-+|-+$", "");
        return trimmed.isEmpty() ? "item" : trimmed;
    }
}
