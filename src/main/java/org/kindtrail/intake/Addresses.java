package org.kindtrail.intake;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses that go out on paper: absolute, because a camera opens them from nowhere. */
final class Addresses {
    private Addresses() {}

    static String absolute(UriInfo here, String path) {
        return here.getBaseUri().toString().replaceFirst("/+$", "") + path;
    }

    /** A text as a query takes it. */
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
