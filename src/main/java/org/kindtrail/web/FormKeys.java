package org.kindtrail.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The one-time key that every form carries. It does two jobs: a form sent twice acts once, because the key is the
 * request's key; and a form that another site made is refused, because the key is signed for this browser (a cookie) and
 * the person signed in (the signed double-submit pattern of OWASP's cross-site request forgery cheat sheet).
 */
@ApplicationScoped
class FormKeys {
    private static final int NONCE_BYTES = 16;
    private final SecureRandom random = new SecureRandom();
    private final HouseSecret house;

    FormKeys(HouseSecret house) {
        this.house = house;
    }

    String fresh(String browser, String asker) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String key = text(nonce);
        return key + "." + signature(key, browser, asker);
    }

    boolean fits(String formKey, String browser, String asker) {
        int dot = formKey.indexOf('.');
        if (dot < 0) {
            return false;
        }
        String expected = signature(formKey.substring(0, dot), browser, asker);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8),
                formKey.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String key, String browser, String asker) {
        return text(house.signature("forms", key + "|" + browser + "|" + asker));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
