package org.kindtrail.recipient;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Opens what is sealed of a recipient, for a reason. */
@Schema(description = "Opens what is sealed of a recipient")
public record OpenSealed(
        @Text(max = 300)
                @Schema(description = "Why; it stands on the list that coordinators read", examples = "to arrange a day by telephone")
                String why) {}
