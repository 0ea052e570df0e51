package org.kindtrail.retention;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Erases the sealed details of these recipients, due or not; none of them may be waiting for goods. */
@Schema(description = "Erases the sealed details of these recipients for ever")
public record EraseSealed(
        @NotEmpty
                @Size(max = EraseSealed.MOST)
                @Schema(description = "Codes of the recipients, at most 500", examples = "[\"R-MQPA-VYK9\"]")
                List<@NotNull String> recipients) {
    /** What goes in one act. */
    static final int MOST = 500;
}
