package org.kindtrail.donor;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Confidential;

/** The contact of a donor, opened on purpose. */
@Schema(description = "The contact of a donor, opened on purpose")
public record OpenedContact(
        @Schema(description = "The donor's code", examples = "G-0000-0000") String donor,
        @Schema(nullable = true, description = "E-mail address; null when none is kept", examples = "anna@example.org") Confidential email,
        @Schema(nullable = true, description = "Telephone number; null when none is kept") Confidential telephone) {}
