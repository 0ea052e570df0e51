package org.kindtrail.recipient;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is in a household. */
@Schema(name = "Household", description = "Who is in a household, by age, sex and sizes")
public record HouseholdView(
        @Schema(description = "Code of the recipient") String recipient,
        @Schema(description = "What the house calls it") String alias,
        @Schema(nullable = true, description = "When it was told; null: nothing is kept") Instant toldAt,
        @Schema(description = "All of them, in the order in which they were told") List<MemberOf> members,
        @Schema(description = "The recipient's version; a change sends the one that it was made on") int version) {}
