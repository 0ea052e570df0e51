package org.kindtrail.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What an organisation's own item is counted in. Standard items know money besides. */
public enum Unit {
    @JsonProperty("piece")
    PIECE,
    @JsonProperty("pair")
    PAIR,
    @JsonProperty("set")
    SET,
    @JsonProperty("bag")
    BAG,
    @JsonProperty("gram")
    GRAM,
    @JsonProperty("millilitre")
    MILLILITRE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
