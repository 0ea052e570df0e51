package org.kindtrail.web;

import com.ibm.icu.util.ULocale;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The languages that the program speaks, by their tags (BCP 47), and which of them a reader gets: the one they asked for, else
 * the one they chose before, else the first of their browser's that is spoken here, else English.
 */
public final class Languages {
    /** In the order in which they are offered. */
    public static final List<String> SPOKEN = List.of("en", "ru", "kk", "ky");
    /** What a link says to choose one: {@code ?language=ru}. */
    public static final String PARAMETER = "language";
    /** Where a browser keeps the choice. */
    public static final String COOKIE = "kindtrail_language";

    private static final List<Locale> LOCALES = SPOKEN.stream().map(Locale::forLanguageTag).toList();
    /** No browser sends more; what is longer is not looked at. */
    private static final int LONGEST_WISH = 500;

    /** Every page names them all, and asking the tables of all the world's languages each time would be most of its cost. */
    private static final Map<String, String> OWN_NAMES = new ConcurrentHashMap<>();

    private Languages() {}

    /** The language of the tag, when it is spoken here. */
    public static Optional<Locale> spoken(String tag) {
        return tag != null && SPOKEN.contains(tag) ? Optional.of(Locale.forLanguageTag(tag)) : Optional.empty();
    }

    /**
     * What a browser would like best of what is spoken here.
     *
     * @param wish the header Accept-Language (RFC 9110); null when there is none
     */
    public static Locale bestFor(String wish) {
        if (wish == null || wish.isBlank() || wish.length() > LONGEST_WISH) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(wish), LOCALES);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
    }

    /** What the language calls itself: "Қазақ тілі". */
    public static String ownName(String tag) {
        return OWN_NAMES.computeIfAbsent(tag, Languages::called);
    }

    private static String called(String tag) {
        ULocale locale = ULocale.forLanguageTag(tag);
        return UCharacter.toTitleCase(
                locale,
                ULocale.getDisplayLanguage(tag, locale),
                BreakIterator.getSentenceInstance(locale),
                UCharacter.TITLECASE_NO_LOWERCASE);
    }
}
