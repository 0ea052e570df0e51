package org.kindtrail.account;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Renames somebody, or entrusts them with other roles. */
@Schema(description = "Renames somebody, or entrusts them with other roles")
public record ChangePerson(
        @Schema(description = "The version that the change was made on") int version,
        @Text(max = 120) @Schema(description = "The name that others see", examples = "Aigul K.") String displayName,
        @NotEmpty @Schema(description = "What they may do from now on") Set<@NotNull Role> roles) {}
