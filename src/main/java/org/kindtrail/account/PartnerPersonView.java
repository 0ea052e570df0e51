package org.kindtrail.account;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody of a recipient who may come in, or might once. */
@Schema(name = "PartnerPerson", description = "Somebody of a recipient who comes in to see that recipient alone")
public record PartnerPersonView(
        @Schema(description = "The name to sign in by; of a link, a name that nobody signs in by", examples = "river.house")
                String name,
        @Schema(description = "What the house calls them", examples = "Head of the shelter") String displayName,
        @Schema(description = "Whether they come in by a link, without a password") boolean byLink,
        @Schema(nullable = true, description = "Until when the link lets them in; null without a link") Instant linkEndsAt,
        @Schema(description = "Whether they can come in now") boolean active,
        @Schema(description = "Since when they are known here") Instant createdAt,
        @Schema(nullable = true, description = "When they last came in with a browser; null: never") Instant lastCameInAt) {}
