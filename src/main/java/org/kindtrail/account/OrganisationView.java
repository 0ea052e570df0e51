package org.kindtrail.account;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organisation as both doors show it. */
@Schema(description = "An organisation")
public record OrganisationView(
        @Schema(description = "Its code", examples = "H-0000-0000") String code,
        @Schema(description = "Its name", examples = "Almaty friends") String name,
        @Schema(description = "Its country, ISO 3166-1 alpha-2", examples = "KZ") String country,
        @Schema(description = "Its time zone, from the IANA list", examples = "Asia/Almaty") String timeZone,
        @Schema(description = "Whether donors whose goods went through its hands may read its name") boolean namedInPublic,
        @Schema(description = "Since when it works here") Instant createdAt,
        @Schema(description = "Raised by every change; a change sends the one that it was made on") int version) {}
