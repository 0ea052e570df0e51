package org.kindtrail.container;

import java.util.Locale;

/** What containers a list shows. */
public enum ContainerState {
    /** Nothing lies or stands in it. */
    EMPTY,
    FILLED,
    SEALED,
    /** On the road or with a partner. */
    AWAY,
    /** No longer in use. */
    CLOSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
