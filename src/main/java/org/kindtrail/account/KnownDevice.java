package org.kindtrail.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.kindtrail.web.HouseSecret;
import org.kindtrail.web.Network;

/**
 * Remembers in a cookie who has signed in from a browser before, so that wrong guesses by somebody else never make them
 * wait: their own browser is another place to guess from than the network it is in. The cookie is a random name of the
 * browser and a signature for each person; a shared telephone knows the {@link #MOST} who used it last.
 */
@ApplicationScoped
class KnownDevice {
    static final String COOKIE = "kindtrail_device";
    static final int LASTS = 400 * 24 * 3600;
    private static final int MOST = 12;
    private static final String DEVICE = "device ";
    private static final String FORM = "[A-Za-z0-9_-]{22}(\\.[A-Za-z0-9_-]{22}){1," + MOST + "}";

    private final SecureRandom random = new SecureRandom();
    private final HouseSecret house;

    KnownDevice(HouseSecret house) {
        this.house = house;
    }

    /**
     * Where an attempt to sign in comes from.
     *
     * @param cookie the browser's mark; null when it has none
     * @param address the network address, used when the person has not signed in from this browser before
     */
    String from(String cookie, String name, String address) {
        List<String> parts = parts(cookie);
        return !parts.isEmpty() && knows(parts, name) ? DEVICE + parts.get(0) : "address " + Network.of(address);
    }

    /** Whether an attempt that comes from there comes from a browser that the person has signed in from. */
    static boolean is(String from) {
        return from.startsWith(DEVICE);
    }

    /** The cookie's value after the person has signed in from there. */
    String mark(String cookie, String name) {
        List<String> parts = new ArrayList<>(parts(cookie));
        if (parts.isEmpty()) {
            byte[] fresh = new byte[16];
            random.nextBytes(fresh);
            parts.add(text(fresh));
        }
        String signature = signature(parts.get(0), name);
        parts.remove(signature);
        parts.add(signature);
        while (parts.size() > MOST + 1) {
            parts.remove(1);
        }
        return String.join(".", parts);
    }

    private boolean knows(List<String> parts, String name) {
        byte[] expected = signature(parts.get(0), name).getBytes(StandardCharsets.US_ASCII);
        return parts.stream()
                .skip(1)
                .anyMatch(part -> MessageDigest.isEqual(expected, part.getBytes(StandardCharsets.US_ASCII)));
    }

    private static List<String> parts(String cookie) {
        return cookie != null && cookie.matches(FORM) ? Arrays.asList(cookie.split("\\.")) : List.of();
    }

    private String signature(String device, String name) {
        byte[] whole = house.signature("known browsers", device + "|" + name.toLowerCase(Locale.ROOT));
        return text(Arrays.copyOf(whole, 16));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
