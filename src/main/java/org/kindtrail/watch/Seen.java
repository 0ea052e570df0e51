package org.kindtrail.watch;

import java.util.Set;

/**
 * What is known of a request afterwards.
 *
 * @param route the pattern of its address, as {@code /t/{code}}; never the address
 * @param kind who asked: page, program, own
 */
record Seen(String route, String method, String kind, String status, String outcome, String number, long nanos) {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    /** No door has it. */
    static final String NONE = "none";

    /**
     * @param path as it was asked for; only what it begins with is looked at
     * @param matched the pattern, if a door has it; else null
     * @param complete false when the line was closed before the end
     */
    static Seen of(String method, String path, String matched, int status, boolean complete, String number, long nanos) {
        boolean own = path != null && path.startsWith("/q/");
        boolean program = path != null && path.startsWith("/api/");
        return new Seen(
                matched != null ? matched : own ? "/q" : NONE,
                METHODS.contains(method) ? method : "other",
                own ? "own" : program ? "program" : "page",
                complete ? String.valueOf(status) : "none",
                complete ? outcome(status) : "broken",
                number,
                nanos);
    }

    private static String outcome(int status) {
        if (status == 503) {
            return "busy";
        }
        return status >= 500 ? "failed" : status >= 400 ? "refused" : "done";
    }
}
