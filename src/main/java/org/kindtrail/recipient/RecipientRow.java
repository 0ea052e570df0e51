package org.kindtrail.recipient;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A recipient in a list. */
@Schema(description = "A recipient in a list")
public record RecipientRow(
        @Schema(description = "Its code") String code,
        @Schema(description = "What the house calls it; never shown in public") String alias,
        @Schema(description = "Who is served") RecipientKind kind,
        @Schema(description = "ISO 3166-1 alpha-2 code of the country") String country,
        @Schema(description = "First-level administrative region") String region,
        @Schema(description = "How much the public may know") Disclosure disclosure,
        @Schema(description = "Whether needs can be posted for it") boolean active) {}
