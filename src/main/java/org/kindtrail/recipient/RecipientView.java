package org.kindtrail.recipient;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A recipient as both doors show it. */
@Schema(description = "A recipient")
public record RecipientView(
        @Schema(description = "Its code") String code,
        @Schema(description = "What the house calls it; never shown in public") String alias,
        @Schema(description = "Who is served") RecipientKind kind,
        @Schema(description = "ISO 3166-1 alpha-2 code of the country") String country,
        @Schema(description = "First-level administrative region") String region,
        @Schema(description = "How much the public may know") Disclosure disclosure,
        @Schema(nullable = true, description = "The name shown in public, with the disclosure named") String publicName,
        @Schema(nullable = true, description = "What is said of it in public, with the disclosure described") String description,
        @Schema(description = "What the public reads of it", examples = "a shelter in Almaty region") String publicWords,
        @Schema(description = 
                        "Whether the region is widened to the country in it, because fewer than 3 who could be meant are there")
                boolean widened,
        @Schema(description = "Which sealed details are kept; their texts are opened by an operation of its own")
                List<SealedField> sealed,
        @Schema(description = "Whether needs can be posted for it") boolean active,
        @Schema(description = "Raised by every change; a change sends the one that it was made on") int version) {}
