package org.kindtrail.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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

    /** The same for the same, and not to be guessed without the secret; so it need not be kept to be sent again. */
    public static String derived(byte[] secret, String about) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return text(Arrays.copyOf(mac.doFinal(about.getBytes(StandardCharsets.UTF_8)), BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether it can be one. */
    public static boolean fits(String text) {
        return text != null && text.matches("[A-Za-z0-9_-]{22}");
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
