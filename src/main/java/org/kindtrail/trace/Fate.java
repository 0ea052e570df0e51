package org.kindtrail.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What became of goods and money, from the first to the last. */
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
    /** Money that is kept for what it was given or earned for. */
    @JsonProperty("held")
    HELD,
    @JsonProperty("sold")
    SOLD,
    /** Used: packed into a kit. */
    @JsonProperty("packed")
    PACKED,
    /** Used: worked on in a workshop. */
    @JsonProperty("worked")
    WORKED,
    /** A kit that was taken apart. */
    @JsonProperty("opened")
    OPENED,
    /** Money for money of another currency. */
    @JsonProperty("exchanged")
    EXCHANGED,
    @JsonProperty("spent")
    SPENT,
    /** Given back to whoever it was bought from. */
    @JsonProperty("returned")
    RETURNED,
    /** Money that went to whom it was meant for. */
    @JsonProperty("paid_out")
    PAID_OUT,
    /** What an exchange or a transfer cost. */
    @JsonProperty("fee")
    FEE,
    /** Given to another charity. */
    @JsonProperty("passed_on")
    PASSED_ON,
    /** Taken back from a sale to where the house keeps its goods. */
    @JsonProperty("back")
    BACK,
    /** In a shipment to another organisation, which goes on with it. */
    @JsonProperty("onward")
    ONWARD,
    /** With another organisation, waiting there for somebody who needs it. */
    @JsonProperty("handed_on")
    HANDED_ON,
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

    /** In the house, whole. */
    static final Set<Fate> HERE = EnumSet.of(UNSORTED, WAITING, PREPARING, HELD);

    /** In the hands of another organisation, or between two. */
    static final Set<Fate> ELSEWHERE = EnumSet.of(ONWARD, HANDED_ON);

    /** It became something else, or went another way than to a recipient. */
    static final Set<Fate> CHANGED = EnumSet.range(SOLD, PASSED_ON);

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
