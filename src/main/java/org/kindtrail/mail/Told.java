package org.kindtrail.mail;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message as the donor sees that it was sent. */
@Schema(description = "A message to a donor")
public record Told(
        @Schema(description = "What it told") MessageKind kind,
        @Schema(description = "When it became due to be told") Instant madeAt,
        @Schema(nullable = true, description = "When it was sent; null: not, or nobody knows") Instant sentAt) {}
