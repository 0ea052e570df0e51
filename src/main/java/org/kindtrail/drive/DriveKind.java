package org.kindtrail.drive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a drive is for. */
public enum DriveKind {
    /** Goods are gathered. */
    @JsonProperty("collection")
    COLLECTION,
    /** Goods are sold at a table: its site. */
    @JsonProperty("sale")
    SALE,
    /** Goods are worked on: refurbished, packed into kits. */
    @JsonProperty("workshop")
    WORKSHOP;

    /** The key of what people call it. */
    public String wordsKey() {
        return "drive_kind_" + word();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
