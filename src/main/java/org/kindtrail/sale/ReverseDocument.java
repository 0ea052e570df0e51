package org.kindtrail.sale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Takes a document of a sale back; it and its reversal stay readable. */
@Schema(name = "ReverseSale", description = "Takes a document of a sale back; it and its reversal stay readable")
public record ReverseDocument(
        @Text(max = 500) @Schema(description = "Why", examples = "Written down twice") String why) {}
