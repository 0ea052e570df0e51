package org.kindtrail.place;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Tells a site's or shelf's name and walking order anew. */
@Schema(description = "Tells a site's or shelf's name and walking order anew")
public record ChangePlace(
        @Schema(description = "The version that the change was made on") int version,
        @Text(max = 120) @Schema(description = "What it is called", examples = "Shelf A") String name,
        @Min(0)
                @Max(AddPlace.LAST_WALK)
                @Schema(description = "For a shelf: where it comes when one walks through the site; as it was when left out",
                        examples = "2")
                Long walk) {}
