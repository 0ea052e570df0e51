package org.kindtrail.dispatch;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dispatch in a list. */
@Schema(description = "A dispatch in a list")
public record DispatchRow(
        @Schema(description = "Its code") String code,
        @Schema(description = "How far it has come") Dispatch.State state,
        @Schema(description = "Code of the need that it meets") String need,
        @Schema(description = "Code of the recipient") String recipient,
        @Schema(description = "What the house calls the recipient; never public") String recipientAlias,
        @Schema(nullable = true, description = "Code of the programme that it is charged to; null when to none", examples = "PR-0000-0000")
                String programme,
        @Schema(nullable = true, description = "The name of that programme") String programmeName,
        @Schema(description = "When it was prepared") Instant stagedAt,
        @Schema(nullable = true, description = "When it left") Instant departedAt,
        @Schema(nullable = true, description = "When it arrived") Instant deliveredAt) {
    static DispatchRow of(Dispatch dispatch) {
        return new DispatchRow(
                dispatch.getCode(),
                dispatch.getState(),
                dispatch.getNeed().getCode(),
                dispatch.getRecipient().getCode(),
                dispatch.getRecipient().getAlias(),
                dispatch.getProgramme() == null ? null : dispatch.getProgramme().getCode(),
                dispatch.getProgramme() == null ? null : dispatch.getProgramme().getName(),
                dispatch.getStagedAt(),
                dispatch.getDepartedAt(),
                dispatch.getDeliveredAt());
    }
}
