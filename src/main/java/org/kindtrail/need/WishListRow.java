package org.kindtrail.need;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A wish list in a list. */
@Schema(description = "A wish list in a list")
public record WishListRow(
        @Schema(description = "Its code", examples = "WS-0000-0000") String code,
        @Schema(description = "Its title") String title,
        @Schema(nullable = true, description = "The title of the drive that it is of") String driveTitle,
        @Schema(nullable = true, description = "What the house calls the recipient that it is of") String recipientAlias,
        @Schema(description = "Whether everybody can read it") boolean open,
        @Schema(description = "When it was opened") Instant openedAt) {}
