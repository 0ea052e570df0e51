package org.kindtrail.intake;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The addresses that go out on paper: absolute, because a camera opens them from nowhere. */
final class Addresses {
    private Addresses() {}

    static String absolute(UriInfo here, String path) {
        return here.getBaseUri().toString().replaceFirst("/+$", "") + path;
    }

    /** What a label's QR code says; in capitals it makes the smallest code, and the address is read in any case. */
    static String label(UriInfo here, String code) {
        return absolute(here, "/l/" + code).toUpperCase(Locale.ROOT);
    }

    /** A text as a query takes it. */
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
