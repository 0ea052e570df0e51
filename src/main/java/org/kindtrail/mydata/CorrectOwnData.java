package org.kindtrail.mydata;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.donor.AddDonor;

/** A donor corrects what is held about them. */
@Schema(description = "Corrects what is held about a donor")
public record CorrectOwnData(
        @NotNull @Schema(description = "The code that the donor was given; it begins with X", examples = "X000-0000-0000-0001") String code,
        @NotNull @Valid @Schema(description = "The name, and what of the contact is to be another") AddDonor donor) {
    /** Shows nothing. */
    @Override
    public String toString() {
        return "(a code)";
    }
}
