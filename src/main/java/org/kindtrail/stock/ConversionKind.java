package org.kindtrail.stock;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a conversion was. */
public enum ConversionKind {
    /** A bag was emptied: what was in it are lots of their own. */
    @JsonProperty("sorting")
    SORTING,
    /** Parts were packed into kits. */
    @JsonProperty("kit")
    KIT,
    /** Kits were taken apart. */
    @JsonProperty("opening")
    OPENING,
    /** Things were worked on, and became others. */
    @JsonProperty("workshop")
    WORKSHOP,
    /** The same things, looked at anew or told apart. */
    @JsonProperty("grading")
    GRADING,
    /** Goods for money. */
    @JsonProperty("sale")
    SALE,
    /** Money for goods. */
    @JsonProperty("purchase")
    PURCHASE,
    /** What was bought, or part of its price, for money. */
    @JsonProperty("refund")
    REFUND,
    /** Money for money of another currency. */
    @JsonProperty("exchange")
    EXCHANGE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
