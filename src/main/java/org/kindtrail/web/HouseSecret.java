package org.kindtrail.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The installation's secret, which signs form keys and makes donors' and receivers' keys; the same on every node. */
public interface HouseSecret {
    byte[] secret();

    /**
     * What stands in the database in place of something that could be guessed from a plain digest, like a telephone number
     * or a network address: HMAC-SHA256 in hex, the same for the same on every node.
     *
     * @param purpose what it is for, so that the same text gives another result elsewhere
     */
    default String digest(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((purpose + "|" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
