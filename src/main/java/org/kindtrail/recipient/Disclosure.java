package org.kindtrail.recipient;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How much of a recipient the public may know, from most to least. */
public enum Disclosure {
    /** A name that the recipient agreed to: "School No 12". */
    @JsonProperty("named")
    NAMED,
    /** A description and the region: "a family displaced by floods, Almaty region". */
    @JsonProperty("described")
    DESCRIBED,
    /** The kind and the region: "a shelter in Almaty region". */
    @JsonProperty("region")
    REGION,
    /** "Someone in need". */
    @JsonProperty("hidden")
    HIDDEN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of what people call it. */
    public String wordsKey() {
        return "recipient_disclosure_" + word();
    }

    /** The key of what it means, with an example. */
    public String hintKey() {
        return wordsKey() + "_hint";
    }
}
