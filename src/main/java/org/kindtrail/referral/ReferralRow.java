package org.kindtrail.referral;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.need.Urgency;

/** A referral in a list. */
@Schema(description = "A referral in a list")
public record ReferralRow(
        @Schema(description = "Its code") String code,
        @Schema(description = "How it stands") Referral.State state,
        @Schema(description = "Whether one's own organisation passes it on") boolean own,
        @Schema(description = "The other organisation") String other,
        @Schema(description = "For how many people of which kind") String forWhom,
        @Schema(description = "How urgent it is") Urgency urgency,
        @Schema(nullable = true, description = "The day by which it is wanted") LocalDate wantedBy,
        @Schema(description = "When it was offered") Instant offeredAt,
        @Schema(nullable = true, description = "Who answers for it, when it is accepted") String answers,
        @Schema(nullable = true, description = "Since when, when it is accepted") Instant answersSince) {}
