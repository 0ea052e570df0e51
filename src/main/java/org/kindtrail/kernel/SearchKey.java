package org.kindtrail.kernel;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * By what a name is found however it is typed: in any case, "ё" like "е", the letters of Kazakh and Kyrgyz like the Russian
 * ones that stand in for them on a keyboard without them, and a Cyrillic name in Latin letters, whichever of the usual spellings
 * is taken ("dzhemper", "jemper"), or a Latin one in Cyrillic letters.
 *
 * <p>Kept beside a name as its two spellings with a tab between them. What is searched for is within one of them.
 */
public final class SearchKey {
    /** Of each spelling; the column is twice as long and one more. Some signs come apart into many letters. */
    private static final int LONGEST = 400;
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    private static final String OWN_LETTERS = "ёәғқңөұүіһ";
    private static final String STAND_INS = "еагкноууих";
    /** Spellings of one sound, brought to one; in this order. */
    private static final List<String[]> SOUNDS = List.of(
            new String[] {"shch|sch|sh", "s"},
            new String[] {"dzh|dj|j(?=[aeou])", "z"},
            new String[] {"zh", "z"},
            new String[] {"kh", "h"},
            new String[] {"ch|ts|tz", "c"},
            new String[] {"[yj]o", "e"},
            new String[] {"[yj]", "i"},
            new String[] {"i+(?=[aeou])", ""},
            new String[] {"w", "v"},
            new String[] {"x", "ks"});
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern TWICE = Pattern.compile("(.)\\1+");

    private SearchKey() {}

    /** The key that is kept beside a name; null for null. */
    public static String of(String name) {
        if (name == null) {
            return null;
        }
        String folded = folded(name);
        return within(LONGEST, folded) + "\t" + within(LONGEST, latin(folded));
    }

    /** Whether the key, as {@link #of} made it, is found by what was typed. */
    public static boolean finds(String key, String typed) {
        String folded = folded(typed);
        String latin = latin(folded);
        return key.contains(folded) || !latin.isEmpty() && key.substring(key.indexOf('\t') + 1).contains(latin);
    }

    /** What a column of keys is compared with, by {@code like ... escape '!'}: it is as typed. */
    public static String asTyped(String typed) {
        return "%" + escaped(folded(typed)) + "%";
    }

    /** What a column of keys is compared with, by {@code like ... escape '!'}: it sounds like what was typed. */
    public static String asHeard(String typed) {
        String latin = latin(folded(typed));
        return latin.isEmpty() ? asTyped(typed) : "%\t%" + escaped(latin) + "%";
    }

    private static String within(int longest, String text) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static String folded(String text) {
        String plain = Normalizer2.getNFKCInstance().normalize(text.replace("\u0000", ""));
        StringBuilder folded = new StringBuilder();
        UCharacter.foldCase(plain, true).strip().codePoints().forEach(letter -> {
            int at = OWN_LETTERS.indexOf(letter);
            folded.appendCodePoint(at < 0 ? letter : STAND_INS.charAt(at));
        });
        return folded.toString().replaceAll("\\s+", " ");
    }

    private static String latin(String folded) {
        String plain = folded.replace('щ', 'ш').replace("дж", "ж").replace('й', 'и').replace("я", "иа").replace("ю", "иу");
        return sounds(LATIN.transliterate(plain).toLowerCase(Locale.ROOT).replace("'", "").replace("\"", ""));
    }

    private static String sounds(String latin) {
        String heard = NO_LETTER.matcher(latin).replaceAll(" ").strip();
        for (String[] sound : SOUNDS) {
            heard = heard.replaceAll(sound[0], sound[1]);
        }
        return TWICE.matcher(heard).replaceAll("$1");
    }
}
