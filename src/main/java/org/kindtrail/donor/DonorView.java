package org.kindtrail.donor;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A donor as both doors show one; how to reach them is not in it. */
@Schema(description = "A donor")
public record DonorView(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "The donor's code", examples = "G-0000-0000") String code,
        @Schema(nullable = true, description = "How the house knows the donor; null when erased", examples = "Anna from the choir") String knownAs,
        @Schema(description = "Whether an e-mail address is kept") boolean hasEmail,
        @Schema(description = "Whether a telephone number is kept") boolean hasTelephone,
        @Schema(description = "What the donor asked to be told by e-mail") List<Wish> wants,
        @Schema(description = "The language to write to them in", examples = "en") String language,
        @Schema(description = "Since when the house knows the donor") Instant createdAt,
        @Schema(nullable = true, description = "When the donor was erased; null otherwise") Instant erasedAt,
        @Schema(description = "Raised by every change; a change sends the one that it was made on") int version) {
    public boolean erased() {
        return erasedAt != null;
    }

    public boolean reachable() {
        return hasEmail || hasTelephone;
    }
}
