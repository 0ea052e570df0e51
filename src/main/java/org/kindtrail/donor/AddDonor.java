package org.kindtrail.donor;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Adds a donor, or tells how the house knows one anew. */
@Schema(description = "Adds a donor, or renames one")
public record AddDonor(
        @Text(max = 120)
                @Schema(description = "How the house knows the donor; never shown in public", examples = "Anna from the choir")
                String knownAs) {}
