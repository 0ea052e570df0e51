package org.kindtrail.need;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A wish list as the house sees it. */
@Schema(name = "WishList", description = "A wish list as the house sees it")
public record WishListView(
        @Schema(description = "Its code; the public page is at /wishes/{code}", examples = "WS-0000-0000") String code,
        @Schema(description = "Its title") String title,
        @Schema(description = "What it is for") String about,
        @Schema(nullable = true, description = "Code of the drive that it is of") String drive,
        @Schema(nullable = true, description = "The title of that drive") String driveTitle,
        @Schema(nullable = true, description = "Code of the recipient that it is of; the public never reads it") String recipient,
        @Schema(nullable = true, description = "What the house calls that recipient") String recipientAlias,
        @Schema(description = "Whether everybody can read it") boolean open,
        @Schema(description = "When it was opened") Instant openedAt,
        @Schema(description = "What the public reads in it") List<WishView.Line> lines,
        @Schema(description = "How many open needs it is of, or would be, that do not stand on wish lists") long held,
        @Schema(description = "Raised by every change; a change sends the one that it was made on") int version) {}
