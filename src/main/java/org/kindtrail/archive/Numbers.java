package org.kindtrail.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kindtrail.web.HouseSecret;

/**
 * What rows without a code are called outside: always the same for the same row, and from it nobody learns the number in the
 * database, nor how many there are. For one thread.
 */
final class Numbers {
    private static final int SHORT = 8;

    private final Mac mac;

    Numbers(HouseSecret secret) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.secret("numbers in an archive"), "HmacSHA256"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] sign(String of, long id) {
        return mac.doFinal((of + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** 16 digits; small letters. */
    String of(String what, long id) {
        return HexFormat.of().formatHex(sign(what, id), 0, SHORT);
    }

    /** The same as a UUID, marked as one that is made of something else (RFC 9562, version 8). */
    UUID uuid(String what, long id) {
        ByteBuffer bytes = ByteBuffer.wrap(sign(what, id));
        long high = bytes.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L;
        long low = bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
