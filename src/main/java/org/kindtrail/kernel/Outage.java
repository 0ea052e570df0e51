package org.kindtrail.kernel;

import java.util.Locale;

/** Why the house cannot do its work at the moment, through no fault of who asks. */
public enum Outage {
    /** More comes in than can be done; nothing of what was sent was begun. */
    TOO_MUCH(4),
    /** The database does not answer, or has just come back. */
    UNREACHABLE(5),
    /** There is no room left on the disk of the database. */
    FULL(60),
    /** What the database keeps cannot be read. */
    DAMAGED(600);

    private final int seconds;

    Outage(int seconds) {
        this.seconds = seconds;
    }

    /** When it is worth asking again, for the header {@code Retry-After}. */
    public int seconds() {
        return seconds;
    }

    /** The words that tell it to a program, which has no page to load anew. */
    public String wordsForPrograms() {
        return this == DAMAGED ? wordsKey() : wordsKey() + "_program";
    }

    /** The words that tell it. */
    public String wordsKey() {
        return "error_outage_" + name().toLowerCase(Locale.ROOT);
    }
}
