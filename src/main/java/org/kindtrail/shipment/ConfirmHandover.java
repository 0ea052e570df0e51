package org.kindtrail.shipment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** A receiver without an account says what came. */
@Schema(description = "A receiver without an account says what came; what is not named came whole")
public record ConfirmHandover(
        @Size(max = ReceiveAll.MOST) @Schema(nullable = true, description = "Codes of boxes that did not come")
                List<@NotNull String> missing,
        @Size(max = ReceiveAll.MOST) @Schema(nullable = true, description = "Boxes that came damaged")
                List<@NotNull @Valid DamagedBox> damaged,
        @Text(max = 120, required = false) @Schema(description = "Who took it, by function: nobody's name", examples = "warehouse keeper")
                String takenBy,
        @Text(max = 500, required = false) @Schema(description = "What the sender is to know") String remark) {}
