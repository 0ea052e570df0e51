package org.kindtrail.account;

import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who works here, as both doors show them. */
@Schema(description = "Somebody who works in the organisation")
public record PersonView(
        @Schema(description = "The name to sign in by, which is also their address", examples = "aigul") String name,
        @Schema(description = "The name that others see", examples = "Aigul K.") String displayName,
        @Schema(description = "What they may do, without what these roles include") Set<Role> roles,
        @Schema(description = "Whether they can come in") boolean active,
        @Schema(description = "Since when they are known here") Instant createdAt,
        @Schema(description = "Raised by every change; a change sends the one that it was made on") int version) {}
