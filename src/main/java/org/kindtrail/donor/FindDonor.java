package org.kindtrail.donor;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Confidential;

/** Looks for donors by exactly this address. */
@Schema(description = "Looks for donors by an e-mail address; capital or small letters make no difference")
public record FindDonor(
        @NotNull @EmailAddress @Schema(implementation = String.class, description = "The whole address", examples = "anna@example.org") Confidential email) {
    public FindDonor {
        email = email == null || email.isBlank() ? null : Confidential.of(email.text().strip());
    }
}
