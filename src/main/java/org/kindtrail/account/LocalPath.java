package org.kindtrail.account;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a sign-in leads on to: an address of this service and never one of another. */
final class LocalPath {
    private static final int LONGEST = 2000;

    private LocalPath() {}

    /** The path as given when it leads to a page of this service, else the start page. */
    static String of(String given) {
        return given != null && given.length() <= LONGEST && staysHere(given) ? given : "/";
    }

    /**
     * Browsers take two slashes, or a slash and a backslash, for the beginning of another host, and leave tabs and line
     * breaks out before they look.
     */
    private static boolean staysHere(String given) {
        if (!given.startsWith("/") || given.startsWith("//") || !given.chars().allMatch(c -> c > 32 && c < 127 && c != '\\')) {
            return false;
        }
        try {
            URI address = new URI(given);
            String path = address.getPath();
            return address.getScheme() == null
                    && address.getRawAuthority() == null
                    && !path.startsWith("//")
                    && !path.equals(SignInPages.PATH)
                    && !path.equals(SignInCodePages.PATH)
                    && !path.equals(SignOutPages.PATH);
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
