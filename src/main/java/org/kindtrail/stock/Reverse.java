package org.kindtrail.stock;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;
import org.kindtrail.web.Form;

/** Takes a document back, whole; it and its reversal stay readable. */
@Schema(description = "Takes a document back, whole; it and its reversal stay readable")
public record Reverse(
        @Text(max = 500) @Schema(description = "Why; kept with the reversal", examples = "Recorded twice") String why) {
    /** As it was typed into a form; whoever reverses checks it. */
    public static Reverse read(Form form) {
        return new Reverse(form.read().text("why"));
    }
}
