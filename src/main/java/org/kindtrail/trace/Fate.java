package org.kindtrail.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What became of goods, from the first to the last. */
public enum Fate {
    /** In a bag that nobody has looked into yet. */
    @JsonProperty("unsorted")
    UNSORTED,
    /** In the house, waiting for somebody who needs it. */
    @JsonProperty("waiting")
    WAITING,
    /** Being packed for somebody who asked for it. */
    @JsonProperty("preparing")
    PREPARING,
    @JsonProperty("on_the_way")
    ON_THE_WAY,
    @JsonProperty("arrived")
    ARRIVED,
    /** Arrived in a state in which nobody can use it. */
    @JsonProperty("damaged")
    DAMAGED,
    /** Unfit for use, and let go with dignity. */
    @JsonProperty("let_go")
    LET_GO,
    @JsonProperty("lost")
    LOST;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
