package org.kindtrail.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes that an authenticator app shows: six digits that follow from a shared secret of 160 bits and the time, another
 * every 30 seconds, by HMAC-SHA-1, which is what all these apps know.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 */
public final class TimeCodes {
    static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    private static final int SECRET_BYTES = 20;
    /** A telephone's clock may be so many steps behind or ahead. */
    private static final int WINDOW = 1;

    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);
    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeCodes() {}

    /** A new secret, in base32. */
    static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base32.text(secret);
    }

    /** What the app with that secret, in base32, shows at that moment. */
    public static String code(String secret, Instant at) {
        return code(new SecretKeySpec(Base32.bytes(secret), "RAW"), at);
    }

    private static String code(SecretKeySpec key, Instant at) {
        try {
            return GENERATOR.generateOneTimePasswordString(key, at, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("A secret of the second factor is none", impossible);
        }
    }

    /** Which step of 30 seconds since 1970 it is. */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    /** The step whose code was typed: the present one, the one before or the next; empty when it is none of them. */
    static OptionalLong step(String secret, String typed, Instant now) {
        SecretKeySpec key = new SecretKeySpec(Base32.bytes(secret), "RAW");
        byte[] given = typed.getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (int away = -WINDOW; away <= WINDOW; away++) {
            Instant then = now.plus(STEP.multipliedBy(away));
            if (MessageDigest.isEqual(code(key, then).getBytes(StandardCharsets.UTF_8), given)) {
                found = OptionalLong.of(step(then));
            }
        }
        return found;
    }
}
