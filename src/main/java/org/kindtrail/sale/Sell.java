package org.kindtrail.sale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.Quantity;
import org.kindtrail.kernel.SensibleDate;

/** Sells at the table of a drive: lines with prices, or all that lies there for one sum. */
@Schema(description = "Sells at the table of a drive: lines with prices, or all that lies there for one sum")
public record Sell(
        @NotNull @Schema(description = "Code of an open drive that sells", examples = "V-0000-0000") String drive,
        @Size(min = 1, max = 50) @Schema(description = "What one customer takes") List<@NotNull @Valid Line> lines,
        @Schema(description = "In place of lines: the sum for all that lies free on the table", examples = "25000.00")
                String sum,
        @Schema(description = "With a sum: code of the shelf of the table that is meant; left out: all of the table")
                String shelf,
        @SensibleDate(future = false) @Schema(description = "When it was sold; left out: now") Instant occurredAt) {

    /** Some of an item or of a lot. */
    @Schema(name = "SellLine", description = "Some of an item, the oldest first, or of one lot")
    public record Line(
            @Schema(description = "Code of the item; left out where a lot is given", examples = "jumpers-man") String item,
            @Schema(description = "Code of the lot, as on its tag; in place of the item") String lot,
            @Size(max = 20) @Schema(description = "Only this size; left out: any", examples = "L") String size,
            @Schema(description = "Only this condition; left out: any that is fit for use", examples = "good") Grade grade,
            @Quantity @Schema(description = "How many; left out: 1", examples = "2") Long quantity,
            @Schema(description = "For one, in the currency of the sale; left out: by the price list", examples = "500.00")
                    String price) {}
}
