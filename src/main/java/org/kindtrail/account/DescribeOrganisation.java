package org.kindtrail.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Tells an organisation's name, country and time zone anew. */
@Schema(description = "Tells the organisation's name, country and time zone anew")
public record DescribeOrganisation(
        @Schema(description = "The version that the change was made on") int version,
        @Text(max = 200) @Schema(description = "Its name, shown in public", examples = "Almaty friends") String name,
        @Whereabouts.Country @Schema(description = "Its country, ISO 3166-1 alpha-2", examples = "KZ") String country,
        @Whereabouts.Zone
                @Schema(description = "Its time zone, from the IANA list", examples = "Asia/Almaty")
                String timeZone,
        @Schema(
                        nullable = true,
                        description = "Whether donors whose goods went through its hands may read its name; as it was when"
                                + " left out",
                        examples = "false")
                Boolean namedInPublic) {}
