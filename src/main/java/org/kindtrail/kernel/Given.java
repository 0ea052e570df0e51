package org.kindtrail.kernel;

/** What somebody gave, as a refusal says it again. */
public final class Given {
    private static final int SHOWN = 60;

    private Given() {}

    /** Its beginning, at most 60 letters long, so that a sentence stays one; nothing where nothing was given. */
    public static String shortened(String given) {
        if (given == null || given.codePointCount(0, given.length()) <= SHOWN) {
            return given == null ? "" : given;
        }
        return given.substring(0, given.offsetByCodePoints(0, SHOWN - 3)) + "...";
    }
}
