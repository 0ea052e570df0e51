package org.kindtrail.dispatch;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Prepares a dispatch of everything that is promised to a need and not on another dispatch. */
@Schema(description = "Prepares a dispatch of everything that is promised to a need and not on another dispatch")
public record PrepareDispatch(@NotNull @Schema(description = "Code of the need", examples = "N-0000-0000") String need) {}
