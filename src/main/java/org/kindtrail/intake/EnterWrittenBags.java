package org.kindtrail.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.kernel.Quantity;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Records what was written down by hand: many bags at once, each under the code that is printed in its line. */
@Schema(
        description = "Records what was written down by hand, all of it or nothing: each bag under the code in its line. What is"
                + " recorded under a code already stays as it is, so that the same sheet can be sent again")
public record EnterWrittenBags(
        @NotNull @Schema(description = "Code of an open drive", examples = "V-0000-0000") String drive,
        @NotNull @Schema(description = "Code of the open site or shelf where all of it is put, or of a container there",
                examples = "P-0000-0000")
                String place,
        @SensibleDate(future = false) @Schema(description = "When it came in; left out: now") Instant receivedAt,
        @NotNull @Size(min = 1, max = PrintIntakeSheet.MOST) @Schema(description = "The lines that were written on")
                List<@NotNull @Valid WrittenBag> bags) {

    /** One line: a bag that nobody opened, or so many of one item. */
    @Schema(description = "A line that was written: a bag that nobody opened, or so many of one item")
    public record WrittenBag(
            @NotNull @Schema(description = "The code that is printed in the line, or on a label of your own", examples = "B-0000-0000")
                    String label,
            @Schema(description = "Code of a donor; left out, with newDonor too, when the giver stays unknown",
                    examples = "G-0000-0000")
                    String donor,
            @Text(max = 120, required = false)
                    @Schema(description = "Name of a donor who is added; the same name in several lines is one donor",
                            examples = "Anna from the choir")
                    String newDonor,
            @Schema(description = "Code of the item; left out: a bag that nobody opened", examples = "jumpers-man") String item,
            @Size(max = 20) @Schema(description = "One of the item's sizes; left out when not told apart", examples = "L")
                    String size,
            @Schema(description = "Who it fits; left out: whoever the item is for") Wearer fits,
            @Schema(description = "new, good (when left out) or worn", examples = "good") Grade grade,
            @Min(value = 1, message = "error_quantity")
                    @Max(value = Quantity.MOST, message = "error_quantity")
                    @Schema(description = "How many of the item, in its unit; needed with an item, left out without", examples = "12")
                    Long quantity,
            @Text(max = 500, required = false) @Schema(description = "Anything worth knowing about it") String remark) {}
}
