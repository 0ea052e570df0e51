package org.kindtrail.donor;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Adds a donor, or tells anew how the house knows and reaches one. */
@Schema(description = "Adds a donor, or tells anew how the house knows and reaches one")
public record AddDonor(
        @Text(max = 120)
                @Schema(description = "How the house knows the donor; never shown in public", examples = "Anna from the choir")
                String knownAs,
        @Valid @Schema(description = "How to reach the donor; left out: as it was, at first not at all") Contact contact) {
    @JsonCreator
    public AddDonor {}

    public AddDonor(String knownAs) {
        this(knownAs, null);
    }
}
