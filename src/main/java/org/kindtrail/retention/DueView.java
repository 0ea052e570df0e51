package org.kindtrail.retention;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A recipient whose sealed details are proposed for erasure. */
@Schema(name = "DueRecipient", description = "A recipient whose sealed details are proposed for erasure")
public record DueView(
        @Schema(description = "Its code") String recipient,
        @Schema(description = "What the house calls it; never shown in public") String alias,
        @Schema(nullable = true, description = "When a delivery last reached it; null when none did") Instant lastServed,
        @Schema(description = "When its sealed details were last written") Instant sealedAt,
        @Schema(description = "Since when they are due: the later of the two, and the months that are set") Instant dueSince) {}
