package org.kindtrail.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What is tried first by who guesses: a short list, and what is made of hardly any different characters. */
final class CommonPasswords {
    private static final int FEWEST_DIFFERENT = 5;
    private static final Set<String> LIST = read();

    private CommonPasswords() {}

    /** Case and what is neither letter nor digit do not make a common one uncommon. */
    static boolean has(String password) {
        String plain = password.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return password.codePoints().distinct().count() < FEWEST_DIFFERENT
                || LIST.contains(plain)
                || LIST.contains(plain.replaceAll("[0-9]+$", ""))
                || repeats(plain)
                || counts(plain);
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

    private static Set<String> read() {
        try (InputStream in = CommonPasswords.class.getResourceAsStream("/account/common-passwords.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
