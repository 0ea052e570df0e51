package org.kindtrail.sale;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A drive that sells: its terms, and what became of what was brought to its table. */
@Schema(description = "A drive that sells: its terms, and what became of what was brought to its table")
public record SaleDriveView(
        @Schema(description = "Code of the drive", examples = "V-0000-0000") String drive,
        @Schema(description = "Its title") String title,
        @Schema(description = "Whether it is open; a closed one sells no more") boolean open,
        @Schema(description = "Code of the site that is its table") String site,
        @Schema(description = "Name of that site") String siteName,
        @Schema(nullable = true, description = "Code of the fund that its takings go to; null while it has no terms")
                String fund,
        @Schema(nullable = true, description = "Name of that fund") String fundName,
        @Schema(nullable = true, description = "Currency that it sells in (ISO 4217)", examples = "KZT") String currency,
        @Schema(description = "Raised by every change of the terms; 0 while there are none") int version,
        @Schema(description = "By item; in each line brought = sold + taken + passedOn + gone + other + there")
                List<Line> lines,
        @Schema(nullable = true, description = "What was taken; null while it has no terms") Money money) {

    /** What became of what was brought to the table of one item. */
    @Schema(name = "SaleBalanceLine", description = "brought = sold + taken + passedOn + gone + other + there")
    public record Line(
            @Schema(description = "Code of the item", examples = "jumpers-man") String item,
            @Schema(description = "Its name, in the reader's language", examples = "Jumpers, man") String itemName,
            @Schema(description = "Brought to the table, or come in there") long brought,
            @Schema(description = "Sold by this drive") long sold,
            @Schema(description = "Taken back, on to another table, or to somebody who asked for it") long taken,
            @Schema(description = "Passed on to another charity") long passedOn,
            @Schema(description = "Let go or lost") long gone,
            @Schema(description = "Sorted, worked on, or sold by another drive with the same table") long other,
            @Schema(description = "Still on the table") long there) {}

    /** What was sold and counted, in the currency of the sale. */
    @Schema(name = "SaleMoney", description = "What was sold and counted, in the currency of the sale")
    public record Money(
            @Schema(description = "Receipts that stand", examples = "40") long receipts,
            @Schema(description = "What they add up to", examples = "12600.00") String sold,
            @Schema(description = "What was counted so far", examples = "12500.00") String counted,
            @Schema(description = "Counted less what was expected", examples = "-100.00") String difference,
            @Schema(description = "Receipts that are not counted yet", examples = "0") long uncountedReceipts,
            @Schema(description = "What these add up to", examples = "0.00") String uncounted) {}
}
