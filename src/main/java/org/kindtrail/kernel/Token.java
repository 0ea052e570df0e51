package org.kindtrail.kernel;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** What opens something by a link or a cookie and is typed by nobody: 128 bits as 22 characters of base64url. */
public final class Token {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private Token() {}

    public static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    /**
     * One that follows from a signature, and so need not be kept to be written again.
     *
     * @param signature at least 16 bytes that nobody else can make
     */
    public static String of(byte[] signature) {
        return text(Arrays.copyOf(signature, BYTES));
    }

    /** Whether it can be one. */
    public static boolean fits(String text) {
        return text != null && text.matches("[A-Za-z0-9_-]{22}");
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
