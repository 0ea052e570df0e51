package org.kindtrail.need;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Tells title and text of a wish list anew. */
@Schema(description = "Tells title and text of a wish list anew; what it is of stays")
public record ChangeWishList(
        @Schema(description = "The version that the change was made on") int version,
        @Text(max = 160)
                @Schema(description = "Its title, shown in public; it names no place and nobody", examples = "For a winter in the mountains")
                String title,
        @Text(max = 2000, required = false) @Schema(description = "What it is for and where to bring things, shown in public")
                String about) {}
