package org.kindtrail.shipment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.account.Whereabouts;
import org.kindtrail.kernel.Text;

/** Tells who a partner is. */
@Schema(description = "Tells who a partner without an account is")
public record TellPartner(
        @Text(max = 200)
                @Schema(description = "The organisation's name; nobody's name", examples = "Salem Social Village")
                String name,
        @Whereabouts.Country @Schema(description = "Its country, ISO 3166-1 alpha-2", examples = "KZ") String country,
        @Schema(
                        nullable = true,
                        description = "Whether donors may read its name; else, and when left out, they read its country",
                        examples = "false")
                Boolean namedInPublic) {}
