package org.kindtrail.place;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Adds a site, or a shelf at a site. */
@Schema(description = "Adds a site, or a shelf at a site")
public record AddPlace(
        @NotNull @Schema(description = "site or shelf", examples = "shelf") PlaceKind kind,
        @Text(max = 120) @Schema(description = "What it is called", examples = "Shelf A") String name,
        @Schema(description = "For a shelf: code of its site", examples = "P-0000-0000") String site,
        @Min(0)
                @Max(AddPlace.LAST_WALK)
                @Schema(description = "For a shelf: where it comes when one walks through the site, from 0 to 9999;"
                        + " after the last one when left out", examples = "1")
                Long walk) {
    static final int LAST_WALK = 9999;
}
