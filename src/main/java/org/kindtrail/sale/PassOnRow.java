package org.kindtrail.sale;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was passed on, in a list. */
@Schema(description = "Things given to another charity, in a list")
public record PassOnRow(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its code", examples = "PN-0000-0000") String code,
        @Schema(nullable = true, description = "Code of the drive that it was left over from") String drive,
        @Schema(description = "Name of the other charity") String partner,
        @Schema(description = "Whether its name may be told in public") boolean partnerPublic,
        @Schema(description = "When it was given") Instant occurredAt,
        @Schema(nullable = true, description = "When it was reversed; null while it stands") Instant reversedAt) {}
