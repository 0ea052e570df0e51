package org.kindtrail.stock;

/** Reads query parameters. */
final class Asking {
    private Asking() {}

    /** What was given; null when it is not there or empty. */
    static String given(String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter;
    }
}
