package org.kindtrail.account;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.matchers.DictionaryLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kindtrail.kernel.Code;

/**
 * What is tried first by who guesses: the 30,000 most common passwords (the list of zxcvbn, and a short one of our own for
 * words that it does not have), a first name or a common English word by itself, each also with a year or counting around
 * it, two of the 1,000 most common in a row, which are a million more, and what is made of hardly any different characters.
 * Of the lists only 64 bits of a hash are kept, a third of a megabyte.
 */
final class CommonPasswords {
    private static final int FEWEST_DIFFERENT = 5;
    private static final int SHORTEST_KNOWN = 3;
    private static final int MOST_COMMON = 1_000;
    private static final int COMMON_WORDS = 10_000;
    private static final int YEAR = 4;
    private static final long[] ALL;
    private static final long[] MOST;

    static {
        List<String> passwords = read(StandardDictionaries.PASSWORDS_LOADER);
        MOST = hashes(passwords.subList(0, MOST_COMMON));
        ALL = hashes(
                passwords,
                // zxcvbn lists a word once: what is a name or an English word does not stand among the passwords
                read(StandardDictionaries.MALE_NAMES_LOADER),
                read(StandardDictionaries.FEMALE_NAMES_LOADER),
                read(StandardDictionaries.ENGLISH_WIKIPEDIA_LOADER).subList(0, COMMON_WORDS),
                own());
    }

    private CommonPasswords() {}

    /** Case and what is neither letter nor digit do not make a common one uncommon, nor do a few digits around it. */
    static boolean has(String password) {
        String plain = plain(password);
        return password.codePoints().distinct().count() < FEWEST_DIFFERENT
                || isKnown(ALL, plain)
                || isKnownWithDigits(plain)
                || isTwoKnown(plain)
                || repeats(plain)
                || counts(plain);
    }

    private static String plain(String password) {
        return password.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** A common one with a year or with counting around it; many digits that follow no rule are worth something. */
    private static boolean isKnownWithDigits(String plain) {
        String before = plain.replaceAll("[^0-9].*$", "");
        String after = plain.replaceAll("^.*[^0-9]", "");
        if (before.length() + after.length() >= plain.length()) {
            return false;
        }
        String word = plain.substring(before.length(), plain.length() - after.length());
        return isKnown(ALL, word) && isCheap(before) && isCheap(after);
    }

    private static boolean isCheap(String digits) {
        return digits.length() <= YEAR || isKnown(ALL, digits) || repeats(digits) || counts(digits);
    }

    private static boolean isTwoKnown(String plain) {
        for (int i = SHORTEST_KNOWN; i <= plain.length() - SHORTEST_KNOWN; i++) {
            if (isKnown(MOST, plain.substring(0, i)) && isKnown(MOST, plain.substring(i))) {
                return true;
            }
        }
        return false;
    }

    /** One short piece over and over: abcabcabcabc. */
    private static boolean repeats(String plain) {
        for (int piece = 1; piece <= 6 && piece * 2 <= plain.length(); piece++) {
            String all = plain.substring(0, piece).repeat(plain.length() / piece + 1);
            if (all.startsWith(plain)) {
                return true;
            }
        }
        return false;
    }

    /** Every character follows the one before it: 123456789012, abcdefghijkl, and backwards. */
    private static boolean counts(String plain) {
        return follows(plain, 1) || follows(plain, -1);
    }

    private static boolean follows(String plain, int step) {
        for (int i = 1; i < plain.length(); i++) {
            int difference = plain.charAt(i) - plain.charAt(i - 1);
            // after 9 comes 0
            if (difference != step && difference != -9 * step) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKnown(long[] list, String plain) {
        return Arrays.binarySearch(list, hash(plain)) >= 0;
    }

    private static long hash(String plain) {
        return Long.parseUnsignedLong(Code.hash(plain).substring(0, 16), 16);
    }

    @SafeVarargs
    private static long[] hashes(List<String>... lists) {
        return Arrays.stream(lists)
                .flatMap(List::stream)
                .map(CommonPasswords::plain)
                .filter(word -> word.length() >= SHORTEST_KNOWN)
                .mapToLong(CommonPasswords::hash)
                .sorted()
                .distinct()
                .toArray();
    }

    /** How many there are, for the test that holds us to it. */
    static int size() {
        return ALL.length;
    }

    private static List<String> read(DictionaryLoader dictionary) {
        try {
            return dictionary.load().getFrequencies();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> own() {
        try (InputStream in = CommonPasswords.class.getResourceAsStream("/account/common-passwords.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
