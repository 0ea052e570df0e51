package org.kindtrail.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What an organisation does in a programme. */
public enum PartnerRole {
    /** Pays for some of it. */
    @JsonProperty("funder")
    FUNDER,
    /** Does some of the work. */
    @JsonProperty("implementer")
    IMPLEMENTER,
    /** Is part of it in another way. */
    @JsonProperty("partner")
    PARTNER;

    /** The key of what people call it. */
    public String wordsKey() {
        return "programme_role_" + word();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
