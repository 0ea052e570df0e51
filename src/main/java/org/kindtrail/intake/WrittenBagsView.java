package org.kindtrail.intake;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of lines that were typed in. */
@Schema(description = "What became of lines that were typed in")
public record WrittenBagsView(
        @Schema(description = "How many are recorded now and were not before", examples = "5") int recorded,
        @Schema(description = "How many were recorded before; nothing was changed of them", examples = "2") int before,
        @Schema(description = "Every line that was sent, in its order") List<Bag> bags) {
    /** One line. */
    @Schema(name = "WrittenBagResult", description = "What became of one line")
    public record Bag(
            @Schema(description = "The code in the line", examples = "B-0000-0000") String label,
            @Schema(description = "Code of the donation", examples = "D-0000-0000") String donation,
            @Schema(description = "Whether it was recorded before", examples = "false") boolean before) {}
}
