package org.kindtrail.stocktake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why goods are written off. */
public enum WriteOffCause {
    @JsonProperty("damaged")
    DAMAGED(Destination.LET_GO),
    /** Past the last day on which it was of use. */
    @JsonProperty("expired")
    EXPIRED(Destination.LET_GO),
    /** Nobody can use it. */
    @JsonProperty("unfit")
    UNFIT(Destination.LET_GO),
    /** Moths, mould, mice. */
    @JsonProperty("infested")
    INFESTED(Destination.LET_GO),
    @JsonProperty("stolen")
    STOLEN(Destination.LOST),
    @JsonProperty("lost")
    LOST(Destination.LOST),
    /** The words say it. */
    @JsonProperty("other")
    OTHER(null);

    /** Where written-off goods go. */
    public enum Destination {
        /** Out of the house, with dignity. */
        @JsonProperty("let_go")
        LET_GO,
        /** Nobody knows where. */
        @JsonProperty("lost")
        LOST;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Destination usual;

    WriteOffCause(Destination usual) {
        this.usual = usual;
    }

    /** Where such goods go unless somebody says otherwise; null: somebody has to say. */
    Destination usual() {
        return usual;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String wordsKey() {
        return "stocktake_cause_" + word();
    }
}
