package org.kindtrail.exchange;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Says what words of a file are here. */
@Schema(description = "Says what words of a file are here; it is remembered for the next file of the same kind")
public record ChooseValues(
        @NotNull @Size(min = 1, max = 200) @Schema(description = "What each word is") List<@NotNull @Valid ChosenValue> values) {

    /** What one of them is. */
    @Schema(description = "A word of a file, and what it is here")
    public record ChosenValue(
            @NotNull @Schema(description = "The key of our column", examples = "item") String field,
            @Text(max = 4000) @Schema(description = "What stands in the file", examples = "Warm jackets, mixed") String given,
            @Text(max = 200, required = false)
                    @Schema(description = "For an item: who it fits, as it is told beside; left out: nothing is told", examples = "man")
                    String fits,
            @Text(max = 200, required = false)
                    @Schema(
                            description = "What it is here, by code or name; left out: what was chosen before is forgotten",
                            examples = "winter-jackets-man")
                    String becomes) {}
}
