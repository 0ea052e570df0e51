package org.kindtrail.account;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody's second factor was taken away. */
@Schema(description = "Whose second factor was taken away, and when")
public record RemovedSecondFactor(
        @Schema(description = "The name that they sign in by", examples = "aigul") String name,
        @Schema(description = "When") Instant removedAt) {}
