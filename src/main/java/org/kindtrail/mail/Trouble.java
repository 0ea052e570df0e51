package org.kindtrail.mail;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What stood in the way of a message. */
public enum Trouble {
    /** The server does not answer, or the connection broke before the message was handed over. */
    @JsonProperty("unreachable")
    UNREACHABLE,
    /** The server takes neither name and password nor the sender. */
    @JsonProperty("not_admitted")
    NOT_ADMITTED,
    /** The server says: not now. */
    @JsonProperty("later")
    LATER,
    /** The server does not take this message. */
    @JsonProperty("refused")
    REFUSED,
    /** The server knows no such address. */
    @JsonProperty("no_such_address")
    NO_SUCH_ADDRESS,
    /** The connection broke, or the process ended, when the message may have been taken. */
    @JsonProperty("doubt")
    DOUBT,
    /** It could not be written: a fault of the service, or keys that are missing. */
    @JsonProperty("not_written")
    NOT_WRITTEN,
    /** It waited too long to be still of use. */
    @JsonProperty("too_late")
    TOO_LATE;

    public String wordsKey() {
        return "mail_trouble_" + name().toLowerCase(Locale.ROOT);
    }
}
