package org.kindtrail.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link that was just made. */
@Schema(description = "A link that was just made. Its key is in this answer and in no other")
public record NewPartnerLink(
        @Schema(description = "Whom it lets in") PartnerPersonView person,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        nullable = true,
                        description = "The key; the link is /q/ and this. Absent in the answer to a repeat, for it is not kept",
                        examples = "Q000-0000-0000-0000")
                String key) {
    public NewPartnerLink withoutKey() {
        return new NewPartnerLink(person, null);
    }
}
