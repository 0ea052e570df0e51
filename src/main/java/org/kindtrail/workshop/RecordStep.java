package org.kindtrail.workshop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.Quantity;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Records a step of a workshop. */
@Schema(description = "Records a step of a workshop: things were used up, and others came of them")
public record RecordStep(
        @NotNull @Schema(description = "Code of the drive, one of kind workshop", examples = "V-0000-0000") String drive,
        @NotNull @Size(min = 1, max = MOST_INPUTS) @Schema(description = "What was used up, 1 to 8 lines")
                List<@NotNull @Valid Input> inputs,
        @NotNull @Size(min = 1, max = MOST_OUTPUTS) @Schema(description = "What came of it, 1 to 12 lines")
                List<@NotNull @Valid MadeLine> outputs,
        @Text(max = 500, required = false) @Schema(description = "Whatever is worth knowing") String remark,
        @SensibleDate(future = false) @Schema(description = "When it was done; left out: now") Instant occurredAt) {

    static final int MOST_INPUTS = 8;
    static final int MOST_OUTPUTS = 12;

    /** So much was used up. */
    @Schema(name = "RecordStepInput", description = "So much was used up: of an item the oldest at the drive's site, or of a lot")
    public record Input(
            @Schema(description = "Code of the item; left out when a lot is named", examples = "used-greeting-cards")
                    String item,
            @Schema(description = "Code of the lot; left out when an item is named") String lot,
            @Size(max = 20) @Schema(description = "One of the item's sizes; left out: any") String size,
            @Schema(description = "Its condition; left out: any that is fit for use") Grade grade,
            @NotNull @Quantity @Schema(description = "In the item's unit", examples = "40") Long quantity) {}
}
