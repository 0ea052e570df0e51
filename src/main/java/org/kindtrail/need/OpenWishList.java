package org.kindtrail.need;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Opens a wish list: of a drive, of a recipient, or of all needs that may stand on one. */
@Schema(description = "Opens a wish list: of a drive, of a recipient, or of all needs that may stand on one. Title and text are public")
public record OpenWishList(
        @Text(max = 160)
                @Schema(description = "Its title, shown in public; it names no place and nobody", examples = "For a winter in the mountains")
                String title,
        @Text(max = 2000, required = false) @Schema(description = "What it is for and where to bring things, shown in public")
                String about,
        @Schema(description = "Code of the open drive whose needs it is of; absent: of no drive", examples = "V-0000-0000")
                String drive,
        @Schema(
                        description = "Code of the recipient whose needs it is of; the public never reads which. Absent: of no"
                                + " recipient",
                        examples = "R-0000-0000")
                String recipient) {}
