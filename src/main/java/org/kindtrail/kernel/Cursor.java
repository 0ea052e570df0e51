package org.kindtrail.kernel;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads what asks for a page of a list. Where a page begins is a row's id, but ids are nobody's business: they tell how much
 * there is in the whole installation. So a cursor is the id and eight zeros as one block of AES under a key of the
 * installation: 22 characters that say nothing, and that nobody else can make.
 */
public final class Cursor {
    private static final int BLOCK = 16;
    private static final String FORM = "[A-Za-z0-9_-]{22}";

    private static volatile SecretKeySpec key = key(random());

    private Cursor() {}

    /** What seals the cursors from now on; the same on every node, at least 16 bytes. */
    public static void sealWith(byte[] secret) {
        key = key(secret);
    }

    /** Until the installation's own is known. */
    private static byte[] random() {
        byte[] bytes = new byte[BLOCK];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static SecretKeySpec key(byte[] secret) {
        return new SecretKeySpec(Arrays.copyOf(secret, BLOCK), "AES");
    }

    /** The cursor of the row with the id. */
    static String of(long id) {
        byte[] block = ByteBuffer.allocate(BLOCK).putLong(id).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(aes(Cipher.ENCRYPT_MODE, block));
    }

    /** The id that a cursor was made of; null when it is none of ours. */
    private static Long opened(String cursor) {
        if (!cursor.matches(FORM)) {
            return null;
        }
        ByteBuffer block = ByteBuffer.wrap(aes(Cipher.DECRYPT_MODE, Base64.getUrlDecoder().decode(cursor)));
        long id = block.getLong();
        return block.getLong() == 0 ? id : null;
    }

    /** One block needs no chaining. */
    private static byte[] aes(int mode, byte[] block) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, key);
            return cipher.doFinal(block);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
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
