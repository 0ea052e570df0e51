package org.kindtrail.sale;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was passed on, as both doors show it. */
@Schema(description = "Things given to another charity")
public record PassOnView(
        @Schema(description = "Its code", examples = "PN-0000-0000") String code,
        @Schema(nullable = true, description = "Code of the drive that it was left over from; null: of no sale") String drive,
        @Schema(nullable = true, description = "Title of that drive") String driveTitle,
        @Schema(description = "Code of the site or shelf where the things lay") String from,
        @Schema(description = "Name of that place") String fromName,
        @Schema(description = "Name of the other charity") String partner,
        @Schema(description = "Whether its name may be told in public") boolean partnerPublic,
        @Schema(nullable = true, description = "Anything worth knowing about it") String remark,
        @Schema(description = "When it was given") Instant occurredAt,
        @Schema(description = "When that was written down") Instant recordedAt,
        @Schema(nullable = true, description = "Who wrote it down") String recordedBy,
        @Schema(nullable = true, description = "When it was reversed; null while it stands") Instant reversedAt,
        @Schema(description = "What was given") List<GoodsView> lines) {}
