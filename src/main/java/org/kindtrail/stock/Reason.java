package org.kindtrail.stock;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why goods moved. */
public enum Reason {
    @JsonProperty("received")
    RECEIVED,
    @JsonProperty("sorted")
    SORTED,
    /** Put from one place of the house to another. */
    @JsonProperty("put_away")
    PUT_AWAY,
    /** Put into a box or another container. */
    @JsonProperty("packed")
    PACKED,
    /** Taken out of one. */
    @JsonProperty("unpacked")
    UNPACKED,
    @JsonProperty("departed")
    DEPARTED,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("damaged")
    DAMAGED,
    @JsonProperty("short")
    SHORT,
    @JsonProperty("surplus")
    SURPLUS,
    /** Unfit for use. */
    @JsonProperty("unfit")
    UNFIT,
    /** Packed into a kit, or taken out of one. */
    @JsonProperty("kit")
    KIT,
    /** Worked on in a workshop, or brought forth there. */
    @JsonProperty("workshop")
    WORKSHOP,
    /** Looked at anew: another grade, size or wearer, or parts of a lot told apart. */
    @JsonProperty("graded")
    GRADED,
    /** Sold, or earned by a sale. */
    @JsonProperty("sold")
    SOLD,
    /** Bought, or spent on what was bought. */
    @JsonProperty("bought")
    BOUGHT,
    /** Given back to a supplier, or got back from one. */
    @JsonProperty("refunded")
    REFUNDED,
    /** One currency for another. */
    @JsonProperty("exchanged")
    EXCHANGED,
    /** What somebody asked for an exchange or a transfer. */
    @JsonProperty("fee")
    FEE,
    /** Paid to whom the money was meant for. */
    @JsonProperty("paid_out")
    PAID_OUT,
    /** From one fund to another. */
    @JsonProperty("transferred")
    TRANSFERRED,
    /** Given to another charity. */
    @JsonProperty("passed_on")
    PASSED_ON,
    /** Counted takings, or counted goods, were less or more than was expected. */
    @JsonProperty("counted")
    COUNTED,
    /** Let go or lost; the write-off says what happened. */
    @JsonProperty("written_off")
    WRITTEN_OFF,
    @JsonProperty("reversed")
    REVERSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
