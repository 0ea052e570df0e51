package org.kindtrail.paper;

import java.util.Locale;

/** How a thing is handled: a word and a simple symbol on its label. */
public enum Mark {
    FRAGILE,
    KEEP_DRY,
    THIS_SIDE_UP,
    HEAVY;

    /** The word for it. */
    public String wordsKey() {
        return "paper_mark_" + name().toLowerCase(Locale.ROOT);
    }
}
