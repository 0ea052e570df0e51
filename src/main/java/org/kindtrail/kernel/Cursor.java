package org.kindtrail.kernel;

import com.google.crypto.tink.subtle.AesSiv;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;

/**
 * Reads what asks for a page of a list. Where a page begins is a row's id, but ids are nobody's business: they tell how much
 * there is in the whole installation. So a cursor is the id, sealed by AES-SIV under a key of the installation: 32 characters
 * that say nothing, and that nobody else can make or change. The same row has the same cursor.
 */
public final class Cursor {
    /** How long the key is: half of it proves, half of it hides. */
    public static final int KEY_BYTES = 64;

    private static final String FORM = "[A-Za-z0-9_-]{32}";
    private static final byte[] BELONGING = "cursor".getBytes(StandardCharsets.US_ASCII);

    private static volatile AesSiv sealed = by(random());

    private Cursor() {}

    /** What seals the cursors from now on: {@link #KEY_BYTES} bytes, the same on every node. */
    public static void sealWith(byte[] key) {
        sealed = by(key);
    }

    /** Until the installation's own is known. */
    private static byte[] random() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static AesSiv by(byte[] key) {
        try {
            return new AesSiv(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a key for cursors has " + KEY_BYTES + " bytes", e);
        }
    }

    /** The cursor of the row with the id. */
    public static String of(long id) {
        try {
            byte[] plain = ByteBuffer.allocate(Long.BYTES).putLong(id).array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.encryptDeterministically(plain, BELONGING));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The id that a cursor was made of; null when it is none of ours. */
    private static Long opened(String cursor) {
        if (!cursor.matches(FORM)) {
            return null;
        }
        try {
            byte[] plain = sealed.decryptDeterministically(Base64.getUrlDecoder().decode(cursor), BELONGING);
            return plain.length == Long.BYTES ? ByteBuffer.wrap(plain).getLong() : null;
        } catch (GeneralSecurityException notOurs) {
            return null;
        }
    }

    /**
     * The id to go on from; null for the first page.
     *
     * @throws Unreadable when it is no such thing
     */
    public static Long id(String after) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        Long id = opened(after);
        if (id == null) {
            throw new Unreadable("after", "error_after", Map.of("given", after.length() > 40 ? "..." : after));
        }
        return id;
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
     * A day, as 2026-11-05; null when it is not there.
     *
     * @throws Unreadable when it is no day
     */
    public static LocalDate day(String name, String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(given.strip());
        } catch (DateTimeException notADay) {
            throw new Unreadable(name, "error_date", Map.of("given", Given.shortened(given)));
        }
    }

    /**
     * A day from the year 2000 to the end of the year after the usual one, which it is when it is not there.
     *
     * @throws Unreadable when it is no day, or none of these
     */
    public static LocalDate day(String name, String given, LocalDate usual) {
        LocalDate day = day(name, given);
        if (day == null) {
            return usual;
        }
        if (day.getYear() < 2000 || day.getYear() > usual.getYear() + 1) {
            throw new Unreadable(name, "error_date_range", Map.of("given", Given.shortened(given)));
        }
        return day;
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
