package org.kindtrail.mail;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.kindtrail.donor.Donor;
import org.kindtrail.donor.Wish;

/** What a message tells. */
public enum MessageKind {
    @JsonProperty("received")
    RECEIVED(Wish.RECEIVED),
    @JsonProperty("arrived")
    ARRIVED(Wish.ARRIVED),
    @JsonProperty("thanks")
    THANKS(Wish.THANKS),
    /** A link to what is held about them, that they asked for at that moment. */
    @JsonProperty("own_data")
    OWN_DATA(null);

    private final Wish wish;

    MessageKind(Wish wish) {
        this.wish = wish;
    }

    /** Whether the donor is to get it, as things are now. */
    boolean isFor(Donor donor) {
        return donor.getErasedAt() == null && (wish == null ? donor.isEmailKept() : donor.wants(wish));
    }

    public String wordsKey() {
        return "mail_kind_" + name().toLowerCase(Locale.ROOT);
    }
}
