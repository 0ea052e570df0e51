package org.kindtrail.shipment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Receives everything that was not received yet, but what is named. */
@Schema(description = "Receives everything that was not received yet, but what is named as missing")
public record ReceiveAll(
        @Schema(
                        nullable = true,
                        description = "Code of the site or shelf where it is put; a partner's store takes what a partner receives",
                        examples = "P-0000-0000")
                String place,
        @Size(max = ReceiveAll.MOST) @Schema(nullable = true, description = "Codes of those that did not come")
                List<@NotNull String> missing,
        @Size(max = ReceiveAll.MOST) @Schema(nullable = true, description = "Those that came damaged")
                List<@NotNull @Valid DamagedBox> damaged,
        @Text(max = 120, required = false) @Schema(description = "Who took it, by function: nobody's name", examples = "warehouse keeper")
                String takenBy,
        @Text(max = 500, required = false) @Schema(description = "What is to be remembered; both organisations read it")
                String remark) {
    static final int MOST = 5000;
}
