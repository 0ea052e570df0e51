package org.kindtrail.kernel;

import java.util.Map;

/** Reads what asks for a page of a list. */
public final class Cursor {
    private Cursor() {}

    /**
     * The id to go on from; null for the first page.
     *
     * @throws Unreadable when it is no such thing
     */
    public static Long id(String after) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        if (!after.matches("[0-9]{1,18}")) {
            throw new Unreadable("after", "error_after", Map.of("given", after.length() > 40 ? "..." : after));
        }
        return Long.parseLong(after);
    }

    /**
     * How many rows a program asks for; {@link Page#USUAL} when it does not say.
     *
     * @throws Unreadable when it is not between 1 and {@link Page#MOST}
     */
    public static int size(String limit) {
        if (limit == null || limit.isEmpty()) {
            return Page.USUAL;
        }
        if (!limit.matches("[0-9]{1,4}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > Page.MOST) {
            throw new Unreadable("limit", "error_limit", Map.of("given", limit.length() > 40 ? "..." : limit));
        }
        return Integer.parseInt(limit);
    }

    /**
     * A yes-or-no parameter; null when it is not there.
     *
     * @throws Unreadable when it is neither true nor false
     */
    public static Boolean truth(String name, String given) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        if (!given.equals("true") && !given.equals("false")) {
            throw new Unreadable(name, "error_choice", Map.of("given", given.length() > 40 ? "..." : given));
        }
        return Boolean.valueOf(given);
    }

    /**
     * One of an enumeration's constants, in lower case; null when it is not there.
     *
     * @throws Unreadable when it is none of them
     */
    public static <E extends Enum<E>> E choice(String name, String given, Class<E> type) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        for (E each : type.getEnumConstants()) {
            if (each.name().toLowerCase(java.util.Locale.ROOT).equals(given)) {
                return each;
            }
        }
        throw new Unreadable(name, "error_choice", Map.of("given", given.length() > 40 ? "..." : given));
    }
}
