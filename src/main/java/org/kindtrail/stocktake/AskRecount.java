package org.kindtrail.stocktake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Asks for some lines to be counted once more, by others than whoever asks. */
@Schema(description = "Asks for some lines to be counted once more, by others than whoever asks")
public record AskRecount(
        @Schema(description = "true: every line that moved since it was counted, or on which counts disagree", examples = "true")
                Boolean doubtful,
        @Size(max = 500) @Schema(description = "Numbers of lines") List<@NotNull Integer> lines,
        @Text(max = 500, required = false) @Schema(description = "Why; those who count read it") String why) {}
