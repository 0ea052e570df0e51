package org.kindtrail.dispatch;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A confirmation of arrival as both doors show it. */
@Schema(description = "A confirmation of arrival")
public record DeliveryView(
        @Schema(description = "Its code") String code,
        @Schema(description = "Code of the dispatch") String dispatch,
        @Schema(description = "Whether the receiver confirmed it with the key") boolean byKey,
        @Schema(description = "Whether somebody of the recipient confirmed it, signed in") boolean byRecipient,
        @Schema(nullable = true, description = "What else the receiver said") String remark,
        @Schema(description = "When it arrived") Instant occurredAt,
        @Schema(description = "When that was written down") Instant recordedAt,
        @Schema(nullable = true, description = "When it was reversed; null while it stands") Instant reversedAt,
        @Schema(description = "What was sent and counted; no counts once it is reversed, the ledger keeps them")
                List<DispatchLineView> lines) {}
