package org.kindtrail.need;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A need in a list, with its lines added up. */
@Schema(description = "A need in a list, its lines added up")
public record NeedRow(
        @Schema(description = "Its code") String code,
        @Schema(description = "Code of the recipient") String recipient,
        @Schema(description = "What the house calls the recipient") String recipientAlias,
        @Schema(description = "For how many people of which kind") String forWhom,
        @Schema(nullable = true, description = "The day by which it is wanted") LocalDate wantedBy,
        @Schema(description = "Whether it is open for promises") Need.State state,
        @Schema(description = "How many things are asked for") long asked,
        @Schema(description = "How many are promised and not yet on the way") long promised,
        @Schema(description = "How many are on the way") long onTheWay,
        @Schema(description = "How many arrived fit for use") long arrived,
        @Schema(description = "How urgent it is") Urgency urgency,
        @Schema(nullable = true, description = "The last day on which it is asked for; null: never by itself")
                LocalDate expiresOn) {}
