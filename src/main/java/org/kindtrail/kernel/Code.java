package org.kindtrail.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A code as it is kept and shown: a letter or two for its kind, random Crockford base32 characters, and the Crockford check
 * symbol (value modulo 37) over all of them; codes whose check would not be a letter or digit are never issued.
 * Label codes look like {@code N-7K2M-9QXT}, keys like {@code T7K2-M9QX-T0AB-CD3F}.
 *
 * @see <a href="https://www.crockford.com/base32.html">Crockford base32</a>
 */
public final class Code {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CHECK_MODULUS = 37;

    private Code() {}

    /** A new random code of the kind. */
    static String random(CodeKind kind, RandomGenerator random) {
        while (true) {
            StringBuilder plain = new StringBuilder().append(kind.letters());
            for (int i = 0; i < kind.randomLength(); i++) {
                plain.append(ALPHABET.charAt(random.nextInt(32)));
            }
            int check = check(plain);
            if (check < ALPHABET.length()) {
                return shown(kind, plain.append(ALPHABET.charAt(check)).toString());
            }
        }
    }

    /** A new code of a kind that is no key, out of numbers that are given out once. */
    static String numbered(CodeKind kind, CodeNumbers numbers) {
        while (true) {
            long number = numbers.next();
            StringBuilder plain = new StringBuilder().append(kind.letters());
            for (int shift = CodeNumbers.BITS - 5; shift >= 0; shift -= 5) {
                plain.append(ALPHABET.charAt((int) (number >>> shift) & 31));
            }
            int check = check(plain);
            if (check < ALPHABET.length()) {
                return shown(kind, plain.append(ALPHABET.charAt(check)).toString());
            }
        }
    }

    /**
     * A code that follows from a secret and what it is about: the same for the same, and not to be guessed without the
     * secret.
     */
    public static String derived(CodeKind kind, byte[] secret, String about) {
        for (int attempt = 0; ; attempt++) {
            byte[] digest = hmac(secret, kind + "|" + about + "|" + attempt);
            StringBuilder plain = new StringBuilder().append(kind.letters());
            for (int i = 0; i < kind.randomLength(); i++) {
                plain.append(ALPHABET.charAt(digest[i] & 31));
            }
            int check = check(plain);
            if (check < ALPHABET.length()) {
                return shown(kind, plain.append(ALPHABET.charAt(check)).toString());
            }
        }
    }

    private static byte[] hmac(byte[] secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Reads a code as people type it: any case, with or without dashes and spaces, O for 0 and I or L for 1.
     *
     * @return the code as it is kept, or empty when it cannot be a code (wrong length, letter or check symbol)
     */
    public static Optional<String> read(String typed) {
        if (typed == null || typed.length() > 60) {
            return Optional.empty();
        }
        String plain = plain(typed);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        CodeKind kind = CodeKind.of(plain);
        if (kind == null) {
            return Optional.empty();
        }
        int last = plain.length() - 1;
        boolean checks = check(plain.substring(0, last)) == ALPHABET.indexOf(plain.charAt(last));
        return checks ? Optional.of(shown(kind, plain)) : Optional.empty();
    }

    /** Its letters and digits alone; empty when something else stands among them. */
    private static String plain(String typed) {
        StringBuilder plain = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char each = typed.charAt(i);
            if (each == '-' || each >= '\u2010' && each <= '\u2015' || each == ' ' || each >= '\t' && each <= '\r') {
                continue;
            }
            char upper = each >= 'a' && each <= 'z' ? (char) (each - 'a' + 'A') : each;
            char read = upper == 'O' ? '0' : upper == 'I' || upper == 'L' ? '1' : upper;
            if (ALPHABET.indexOf(read) < 0) {
                return "";
            }
            plain.append(read);
        }
        return plain.toString();
    }

    /** Reads a code that must be of the kind. */
    public static Optional<String> read(CodeKind kind, String typed) {
        return read(typed).filter(code -> kindOf(code) == kind);
    }

    /** The kind of a code as it is kept. */
    public static CodeKind kindOf(String code) {
        return CodeKind.of(code.replace("-", ""));
    }

    /** SHA-256 in hex: how keys, sessions and tokens are kept. They are random enough that no slow hash is needed. */
    public static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String shown(CodeKind kind, String plain) {
        if (kind.isKey()) {
            return plain.substring(0, 4) + "-" + plain.substring(4, 8) + "-" + plain.substring(8, 12) + "-"
                    + plain.substring(12);
        }
        int letters = kind.letters().length();
        return kind.letters() + "-" + plain.substring(letters, letters + 4) + "-" + plain.substring(letters + 4);
    }

    private static int check(CharSequence plain) {
        int rest = 0;
        for (int i = 0; i < plain.length(); i++) {
            rest = (rest * 32 + ALPHABET.indexOf(plain.charAt(i))) % CHECK_MODULUS;
        }
        return rest;
    }
}
