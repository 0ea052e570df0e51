package org.kindtrail.programme;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Ends a programme, and says what becomes of what is left over. */
@Schema(description = "Ends a programme")
public record CloseProgramme(
        @NotNull
                @Schema(
                        description = "true: goods and money that were kept for it and are left over may go to anything; "
                                + "false: they stay kept",
                        examples = "true")
                Boolean freesGoods) {}
