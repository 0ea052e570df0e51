package org.kindtrail.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Makes a sheet of so many lines, each with a code of its own. */
@Schema(description = "Makes a sheet of so many lines, each with a code of its own")
public record PrintIntakeSheet(
        @NotNull @Schema(description = "Code of an open drive", examples = "V-0000-0000") String drive,
        @NotNull @Min(1) @Max(PrintIntakeSheet.MOST) @Schema(description = "How many lines", examples = "20") Long lines) {
    /** As many as one page takes when they are typed in. */
    public static final int MOST = 60;
}
