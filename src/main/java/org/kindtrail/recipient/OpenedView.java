package org.kindtrail.recipient;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody opened, for who has just done so. It is kept nowhere. */
@Schema(name = "OpenedDetails", description = "The sealed details of a recipient, opened")
public record OpenedView(
        @Schema(description = "Code of the recipient") String recipient,
        @Schema(description = "The reason that was given") String why,
        @Schema(description = "When; the opening is on the list of openings") Instant openedAt,
        @Schema(
                        nullable = true,
                        description = "What is sealed; null when the request is repeated later than 15 minutes after it was opened")
                SealedDetails sealed) {
    OpenedView with(SealedDetails texts) {
        return new OpenedView(recipient, why, openedAt, texts);
    }
}
