package org.kindtrail.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text that is kept sealed: a true name, an address, a telephone number, an e-mail address. It travels from the door to
 * the seal and back in this, so that no log line, message or exception that prints a command prints it.
 */
@Schema(type = SchemaType.STRING)
public final class Confidential {
    private final String text;

    private Confidential(String text) {
        this.text = text;
    }

    /** @param text null gives null: a field that was left out */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Confidential of(String text) {
        return text == null ? null : new Confidential(text);
    }

    /** The text itself, for who may read it. */
    @JsonValue
    public String text() {
        return text;
    }

    public boolean isBlank() {
        return text.isBlank();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Confidential that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "(sealed)";
    }
}
