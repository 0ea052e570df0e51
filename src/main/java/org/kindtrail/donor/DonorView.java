package org.kindtrail.donor;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A donor as both doors show one. */
@Schema(description = "A donor")
public record DonorView(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "The donor's code", examples = "G-0000-0000") String code,
        @Schema(description = "How the house knows the donor", examples = "Anna from the choir") String knownAs,
        @Schema(description = "Since when the house knows the donor") Instant createdAt,
        @Schema(description = "Raised by every change; a change sends the one that it was made on") int version) {}
