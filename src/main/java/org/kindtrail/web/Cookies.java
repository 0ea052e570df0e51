package org.kindtrail.web;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;

/** What a browser keeps for this service and sends to nobody else; no script reads it. */
public final class Cookies {
    private Cookies() {}

    /**
     * Over TLS its name gets a prefix by which the browser takes it from this very host and over TLS only, so that no
     * neighbour on the same domain plants one; without TLS browsers would not take such a name.
     */
    private static String kept(String name, boolean secure) {
        return secure ? "__Host-" + name : name;
    }

    /** The value of the cookie that {@link #cookie} made; null when the browser sent none. */
    public static String value(Map<String, Cookie> cookies, String name, boolean secure) {
        Cookie found = cookies.get(kept(name, secure));
        return found == null ? null : found.getValue();
    }

    /** @param seconds how long it is kept; 0: it is to be forgotten */
    public static NewCookie cookie(String name, String value, int seconds, boolean secure) {
        return new NewCookie.Builder(kept(name, secure))
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(seconds)
                .build();
    }
}
