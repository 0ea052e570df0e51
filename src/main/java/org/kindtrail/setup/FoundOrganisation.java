package org.kindtrail.setup;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.account.Password;
import org.kindtrail.account.SignInName;
import org.kindtrail.account.Whereabouts;
import org.kindtrail.kernel.Text;

/** Founds an organisation with what it cannot do without: somebody who coordinates, and a site where goods come in. */
@Schema(description = "Founds an organisation with its first coordinator and its first site")
public record FoundOrganisation(
        @Text(max = 200) @Schema(description = "Its name, shown in public", examples = "Almaty friends")
                String organisation,
        @Whereabouts.Country @Schema(description = "Its country, ISO 3166-1 alpha-2", examples = "KZ") String country,
        @Whereabouts.Zone
                @Schema(description = "Its time zone, from the IANA list", examples = "Asia/Almaty")
                String timeZone,
        @Text(max = 120) @Schema(description = "Name of the first site", examples = "School hall") String site,
        @Text(max = 120) @Schema(description = "The coordinator's name that others see", examples = "Aigul K.")
                String displayName,
        @SignInName @Schema(description = "The name that the coordinator signs in by", examples = "aigul") String name,
        @Password
                @Schema(description = "The coordinator's first password", examples = "forty bags in an evening")
                String password) {
    public FoundOrganisation {
        name = SignInName.Check.plain(name);
    }

    FoundOrganisation withoutPassword() {
        return new FoundOrganisation(organisation, country, timeZone, site, displayName, name, null);
    }
}
