package org.kindtrail.exchange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A word of a file that nothing here is called by. */
@Schema(description = "A word of a file that nothing here is called by")
public record UnknownValue(
        @Schema(description = "The key of our column", examples = "item") String field,
        @Schema(description = "What stands in the file", examples = "Warm jackets, mixed") String given,
        @Schema(nullable = true, description = "For an item: who it fits, as it is told beside", examples = "man") String fits,
        @Schema(description = "In how many rows", examples = "3") int rows,
        @Schema(description = "Why it is not taken, and what is near", examples = "No item is called “Warm jackets, mixed”.")
                String words) {
    /** The name of the form's field in which it is chosen. */
    public String name(int line) {
        return "values[" + line + "].becomes";
    }

    /** As it is shown: with who it fits. */
    @Schema(hidden = true)
    @JsonIgnore
    public String called() {
        return fits == null || fits.isEmpty() ? given : given + " (" + fits + ")";
    }

    /** The list that the form's field offers; null: none. */
    @Schema(hidden = true)
    @JsonIgnore
    public String list() {
        return field.equals("item") ? "items" : null;
    }
}
