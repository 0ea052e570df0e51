package org.kindtrail.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;

/**
 * Takes out of a text what must stand in no log: keys in every way that people type them (wrong ones too, as they are
 * nearly right), tokens, session values, passwords, e-mail addresses and telephone numbers, also where they are
 * percent-encoded or escaped. Rather too much is taken than too little.
 */
public final class Masks {
    private static final int MOST_ENCODINGS = 3;
    private static final String BETWEEN = "[\\s\\-+\u2010-\u2015\ufffd]{0,4}";
    private static final String GROUP = "[0-9A-Za-z]{4}";

    /** The letters that keys begin with, in either case. */
    private static final String KEYS = Arrays.stream(CodeKind.values())
            .filter(CodeKind::isKey)
            .map(kind -> kind.letters() + kind.letters().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());

    /** What is looked for; the group named x, if there is one, is what is taken out. */
    private record Mask(String name, Pattern pattern) {
        Mask(String name, String pattern) {
            this(name, Pattern.compile(pattern));
        }

        boolean fits(Matcher found) {
            return !name.equals("key") || isKey(found.group());
        }
    }

    private static final List<Mask> MASKS = List.of(
            new Mask("token", "kt_[A-Za-z0-9_\\-]{6,}"),
            new Mask("cookie", "kindtrail_[a-z]+\\s*[=:]\\s*(?<x>[^;,\\s\\]}]+)"),
            new Mask("token", "(?i)(?:bearer|basic)[\\s+]+(?<x>[A-Za-z0-9._~+/=\\-]{6,})"),
            new Mask("password", "(?i)passw(?:ord|ort)[\"']?\\s*[=:]\\s*(?<x>\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s&,;}\\]]+)"),
            new Mask("session", "(?<![A-Za-z0-9_\\-])[A-Za-z0-9_\\-]{43}(?![A-Za-z0-9_\\-])"),
            new Mask("key", "(?<![0-9A-Za-z])[" + KEYS + "](?:" + BETWEEN + "[0-9A-Za-z]){15}(?![0-9A-Za-z])"),
            new Mask("e-mail", "[^\\s@<>()\\[\\]\"'=,;:/?&|]+@[\\p{L}\\p{N}\\-]+(?:\\.[\\p{L}\\p{N}\\-]+)+"),
            new Mask("telephone", "(?<![\\p{L}\\p{N}.\\-])(?!\\d{4}-\\d\\d-\\d\\d)(?!\\d{1,3}(?:\\.\\d{1,3}){3}(?!\\d))"
                    + "\\+?\\(?\\d(?:[\\s().\\-]{0,3}\\d){8,14}(?![\\p{L}\\p{N}])"));

    private Masks() {}

    /** Words that happen to be as long as a key stay; but what has the form of one goes, right or wrong. */
    private static boolean isKey(String found) {
        boolean inGroups = found.matches(GROUP + "(?:[\\s+]" + GROUP + "){3}");
        long digits = found.chars().filter(each -> each >= '0' && each <= '9').count();
        return !found.matches("(?s).*[\\s.].*")
                || inGroups && digits > 0
                || digits > 2
                || Code.read(found.replaceAll("[^0-9A-Za-z]", "")).isPresent();
    }

    /** Where something stands in the text as it was given. */
    private record Span(int from, int to, String name) {}

    /** The text with {@code [key]}, {@code [token]}, {@code [e-mail]} and so on in the place of what was taken out. */
    public static String mask(String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        Plain plain = Plain.of(text);
        List<Span> spans = new ArrayList<>();
        for (Mask mask : MASKS) {
            Matcher found = mask.pattern().matcher(plain.text());
            boolean part = mask.pattern().pattern().contains("(?<x>");
            while (found.find()) {
                if (mask.fits(found)) {
                    int from = part ? found.start("x") : found.start();
                    int to = part ? found.end("x") : found.end();
                    spans.add(new Span(plain.from(from), plain.to(to - 1), mask.name()));
                }
            }
        }
        return spans.isEmpty() ? text : without(text, spans);
    }

    private static String without(String text, List<Span> spans) {
        spans.sort(Comparator.comparingInt(Span::from).thenComparing(Span::to, Comparator.reverseOrder()));
        StringBuilder masked = new StringBuilder();
        int at = 0;
        for (Span span : spans) {
            if (span.from() >= at) {
                masked.append(text, at, span.from()).append('[').append(span.name()).append(']');
            }
            at = Math.max(at, span.to());
        }
        return masked.append(text.substring(at)).toString();
    }

    /** A text without its encodings, and where each of its characters came from. */
    private static final class Plain {
        private final StringBuilder text = new StringBuilder();
        private final List<Integer> from = new ArrayList<>();
        private final List<Integer> to = new ArrayList<>();

        static Plain of(String encoded) {
            Plain plain = new Plain();
            for (int i = 0; i < encoded.length(); i++) {
                plain.add(encoded.charAt(i), i, i + 1);
            }
            for (int pass = 0; pass < MOST_ENCODINGS; pass++) {
                Plain further = plain.decoded();
                if (further.text.length() == plain.text.length()) {
                    break;
                }
                plain = further;
            }
            return plain;
        }

        private void add(char each, int start, int end) {
            text.append(each);
            from.add(start);
            to.add(end);
        }

        /** {@code %2D} and {@code \}{@code u002D} are read as what they stand for; bytes beyond ASCII as one stand-in. */
        private Plain decoded() {
            Plain plain = new Plain();
            int i = 0;
            while (i < text.length()) {
                int length = hex(i, "%", 2) ? 3 : hex(i, "\\u", 4) ? 6 : 1;
                int skipped = length == 6 ? 2 : 1;
                int value = length == 1 ? text.charAt(i) : Integer.parseInt(text, i + skipped, i + length, 16);
                plain.add(length == 3 && value > 0x7f ? '\ufffd' : (char) value, from.get(i), to.get(i + length - 1));
                i += length;
            }
            return plain;
        }

        private boolean hex(int at, String mark, int digits) {
            int end = at + mark.length() + digits;
            if (end > text.length()) {
                return false;
            }
            for (int i = 0; i < mark.length(); i++) {
                if (text.charAt(at + i) != mark.charAt(i)) {
                    return false;
                }
            }
            return text.subSequence(at + mark.length(), end).chars().allMatch(each -> Character.digit(each, 16) >= 0);
        }

        String text() {
            return text.toString();
        }

        int from(int at) {
            return from.get(at);
        }

        int to(int at) {
            return to.get(at);
        }
    }
}
