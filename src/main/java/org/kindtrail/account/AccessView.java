package org.kindtrail.account;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session or token of one's own; what opens the door with it is not in it. */
@Schema(name = "Token", description = "A personal access token or a session of one's own, without its secret")
public record AccessView(
        @Schema(description = "What it is called; made of its hash", examples = "0123456789abcdef") String id,
        @Schema(description = "What it is for, as its owner wrote; the browser, of a session", examples = "Till at the shop") String label,
        @Schema(description = "Since when it opens the door") Instant createdAt,
        @Schema(description = "The day on which it was last used, where the organisation is") LocalDate lastUsedOn,
        @Schema(description = "When it ends by itself") Instant expiresAt,
        @Schema(description = "Whether this request came by it") boolean current) {}
