package org.kindtrail.dispatch;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Words of a receiver to the givers. */
@Schema(description = "Words of a receiver to the givers")
public record SayThanks(
        @Text(max = 1000)
                @Schema(
                        description = "Public once a coordinator has approved them; they name nobody",
                        examples = "The jumpers fit, and everybody is warm")
                String words) {}
