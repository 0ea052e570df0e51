package org.kindtrail.donor;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Opens what is sealed of a donor. */
@Schema(description = "Opens the contact of a donor")
public record OpenContact(
        @Text(max = 300) @Schema(description = "Why; coordinators and the donor can read that it was opened", examples = "To thank them")
                String why) {}
