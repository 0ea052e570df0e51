package org.kindtrail.account;

import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For which roles a second factor is required, in the whole installation. */
@Schema(description = "For which roles a second factor is required, in the whole installation")
public record SecondFactorRequirement(
        @NotNull
                @Schema(description = "The roles; whoever has a role that includes one of them needs a second factor, too")
                Set<@NotNull Role> roles) {}
