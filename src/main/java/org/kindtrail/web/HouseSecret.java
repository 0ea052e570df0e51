package org.kindtrail.web;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The installation's secret, from which every key of the house is made; the same on every node. */
public interface HouseSecret {
    /**
     * The secret itself. Only donors' and receivers' codes are made with it directly, as they were from the first version on;
     * whatever else needs a key asks for one of its own by {@link #secret(String)}.
     */
    byte[] secret();

    /**
     * The key for one purpose, of 32 bytes: no two purposes share one, and none tells the secret or another key.
     *
     * @param purpose what it is for, always the same words
     */
    default byte[] secret(String purpose) {
        return secret(purpose, 32);
    }

    /** The key for one purpose with as many bytes as it needs, by HKDF-SHA256 (RFC 5869). */
    default byte[] secret(String purpose, int bytes) {
        try {
            byte[] info = ("kindtrail " + purpose).getBytes(StandardCharsets.UTF_8);
            return Hkdf.computeHkdf("HMACSHA256", secret(), new byte[0], info, bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What stands in the database in place of something that could be guessed from a plain digest, like a telephone number
     * or a network address: HMAC-SHA256 in hex, the same for the same on every node.
     *
     * @param purpose what it is for, so that the same text gives another result elsewhere
     */
    default String digest(String purpose, String text) {
        return HexFormat.of().formatHex(signature(purpose, text));
    }

    /** HMAC-SHA256 of the text by the key for the purpose: nobody else can make it, and it says nothing of the text. */
    default byte[] signature(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(purpose), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
