package org.kindtrail.donor;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Confidential;

/** The contact of a donor, for who has just opened it. It is kept nowhere. */
@Schema(description = "The contact of a donor, opened")
public record OpenedContact(
        @Schema(description = "The donor's code", examples = "G-0000-0000") String donor,
        @Schema(description = "The reason that was given") String why,
        @Schema(description = "When; the opening is on the list of openings") Instant openedAt,
        @Schema(
                        nullable = true,
                        implementation = String.class,
                        description = "E-mail address; null when none is kept, or when the request is repeated later than 15 minutes "
                                + "after it was opened",
                        examples = "anna@example.org")
                Confidential email,
        @Schema(nullable = true, implementation = String.class, description = "Telephone number; null likewise")
                Confidential telephone) {
    OpenedContact with(Contacts.Open open) {
        return new OpenedContact(donor, why, openedAt, open.email(), open.telephone());
    }
}
