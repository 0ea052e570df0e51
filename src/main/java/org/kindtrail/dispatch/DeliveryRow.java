package org.kindtrail.dispatch;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A confirmation in a list. */
@Schema(description = "A confirmation of arrival in a list")
public record DeliveryRow(
        @Schema(description = "Its code") String code,
        @Schema(description = "Code of the dispatch") String dispatch,
        @Schema(description = "Whether the receiver confirmed it with the key") boolean byKey,
        @Schema(description = "When it arrived") Instant occurredAt,
        @Schema(nullable = true, description = "When it was reversed; null while it stands") Instant reversedAt) {
    static DeliveryRow of(Delivery delivery) {
        return new DeliveryRow(
                delivery.getCode(),
                delivery.getDispatch().getCode(),
                delivery.getConfirmedBy() == null,
                delivery.getOccurredAt(),
                delivery.getReversedAt());
    }
}
