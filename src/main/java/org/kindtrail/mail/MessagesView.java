package org.kindtrail.mail;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the letters of the organisation are; it names nobody. */
@Schema(name = "Messages", description = "How far the letters of the organisation are; it names nobody")
public record MessagesView(
        @Schema(description = "Whether a mail server is set; without one nothing is sent") boolean serverIsSet,
        @Schema(description = "How many letters of which kind are how far") List<Count> counts,
        @Schema(nullable = true, description = "Since when the oldest waits; null when none waits") Instant waitingSince,
        @Schema(description = "How many were given up and can be tried again") long givenUp) {

    /** So many of one kind. */
    @Schema(name = "MessageCount", description = "So many letters of one kind, as far as each other")
    public record Count(
            @Schema(description = "What they tell") MessageKind kind,
            @Schema(description = "How far they are") Message.State state,
            @Schema(nullable = true, description = "What stood in the way last; null: nothing") Trouble trouble,
            @Schema(description = "How many") long count) {}
}
