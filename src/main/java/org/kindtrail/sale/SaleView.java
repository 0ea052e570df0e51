package org.kindtrail.sale;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;

/** A receipt as both doors show it. */
@Schema(description = "A receipt")
public record SaleView(
        @Schema(description = "Its code", examples = "SA-0000-0000") String code,
        @Schema(description = "Code of the drive") String drive,
        @Schema(description = "Its title") String driveTitle,
        @Schema(description = "pieces or table", examples = "pieces") SaleKind kind,
        @Schema(description = "Currency (ISO 4217)", examples = "KZT") String currency,
        @Schema(description = "What was asked for all of it", examples = "1500.00") String total,
        @Schema(description = "How many things, in their units", examples = "3") long pieces,
        @Schema(nullable = true, description = "Code of the count that it is in; null: not counted yet") String takings,
        @Schema(description = "When it was sold") Instant occurredAt,
        @Schema(description = "When it was written down") Instant recordedAt,
        @Schema(nullable = true, description = "Who wrote it down") String recordedBy,
        @Schema(nullable = true, description = "When it was reversed; null while it stands") Instant reversedAt,
        @Schema(description = "What was sold") List<Line> lines) {

    /** What was sold of one item, size and grade at one price. */
    @Schema(name = "SaleLineView", description = "What was sold of one item, size and grade at one price")
    public record Line(
            @Schema(description = "Number of the line", examples = "1") int line,
            @Schema(description = "Code of the item", examples = "jumpers-man") String item,
            @Schema(description = "Its name, in the reader's language", examples = "Jumpers, man") String itemName,
            @Schema(nullable = true, description = "Its size; null when not told apart", examples = "L") String size,
            @Schema(description = "Its condition", examples = "good") Grade grade,
            @Schema(description = "How many, in the item's unit", examples = "3") long quantity,
            @Schema(nullable = true, description = "For one; null where a table went for one sum", examples = "500.00")
                    String priceEach,
            @Schema(nullable = true, description = "For all of the line; null where a table went for one sum", examples = "1500.00")
                    String amount,
            @Schema(description = "The lots that it was taken from") List<Part> lots) {}

    /** What was taken of a lot. */
    @Schema(name = "SaleLinePart", description = "What was taken of a lot")
    public record Part(
            @Schema(description = "Code of the lot", examples = "B-0000-0000") String lot,
            @Schema(description = "How much of it", examples = "3") long quantity) {}
}
