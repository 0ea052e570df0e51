package org.kindtrail.need;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads sizes as people write them: "L, XL", "40 41 42", or from one to another as "40-45" and "S-XL". What is not known
 * stays as it was typed, so that the refusal can name it.
 */
public final class SizesTyped {
    private SizesTyped() {}

    /**
     * @param typed as it was typed; null or blank: no size in particular
     * @param known the sizes that there are, in wearing order
     */
    public static List<String> read(String typed, List<String> known) {
        Set<String> sizes = new LinkedHashSet<>();
        if (typed != null) {
            for (String part : typed.split("[,;\\n\\r]+")) {
                read(part.strip(), known, sizes);
            }
        }
        return List.copyOf(sizes);
    }

    /** So many of one size. */
    record Counted(String size, long quantity) {}

    /** "40 x 2", "L: 3", in the letters of either alphabet. */
    private static final Pattern COUNTED = Pattern.compile("(.+?)\\s*[xX\u0445\u0425\u00d7*:]\\s*([0-9]{1,9})");

    /**
     * Reads how many of each: "40 x 2, 41 x 3, 42" is two, three and one.
     *
     * @return empty when no number stands beside any size: then any of the sizes will do
     */
    static List<Counted> counted(String typed, List<String> known) {
        List<Counted> counted = new ArrayList<>();
        boolean any = false;
        for (String part : typed == null ? new String[0] : typed.split("[,;\\n\\r]+")) {
            Matcher matcher = COUNTED.matcher(part.strip());
            boolean told = matcher.matches();
            any |= told;
            long quantity = told ? Long.parseLong(matcher.group(2)) : 1;
            read(told ? matcher.group(1) : part, known).forEach(size -> counted.add(new Counted(size, quantity)));
        }
        return any ? counted : List.of();
    }

    private static void read(String part, List<String> known, Set<String> sizes) {
        if (part.isEmpty()) {
            return;
        }
        List<String> meant = known(part, known);
        if (!meant.isEmpty()) {
            sizes.addAll(meant);
        } else if (part.matches(".*\\s.*")) {
            for (String word : part.replaceAll("\\s*[-\u2013]\\s*", "-").split("\\s+")) {
                meant = known(word, known);
                sizes.addAll(meant.isEmpty() ? List.of(word) : meant);
            }
        } else {
            sizes.add(part);
        }
    }

    /** The known sizes that the words stand for: one, or all from one to another; empty when they stand for none. */
    private static List<String> known(String words, List<String> known) {
        int one = indexOf(words, known);
        if (one >= 0) {
            return List.of(known.get(one));
        }
        for (int dash = 1; dash < words.length() - 1; dash++) {
            if (words.charAt(dash) == '-' || words.charAt(dash) == '\u2013') {
                int from = indexOf(words.substring(0, dash).strip(), known);
                int to = indexOf(words.substring(dash + 1).strip(), known);
                if (from >= 0 && to > from) {
                    return between(from, to, known);
                }
            }
        }
        return List.of();
    }

    /** All between them; between numbers only numbers, as the sizes of a category are those of many items. */
    private static List<String> between(int from, int to, List<String> known) {
        List<String> all = new ArrayList<>();
        boolean numbers = isNumber(known.get(from)) && isNumber(known.get(to));
        for (String size : numbers ? known : known.subList(from, to + 1)) {
            if (!numbers || isNumber(size) && isBetween(size, known.get(from), known.get(to))) {
                all.add(size);
            }
        }
        return all;
    }

    private static boolean isNumber(String size) {
        return size.matches("[0-9]{1,9}");
    }

    private static boolean isBetween(String size, String from, String to) {
        int number = Integer.parseInt(size);
        return number >= Integer.parseInt(from) && number <= Integer.parseInt(to);
    }

    private static int indexOf(String size, List<String> known) {
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).equalsIgnoreCase(size)) {
                return i;
            }
        }
        return -1;
    }
}
