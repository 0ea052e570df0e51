package org.kindtrail.stock;

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

/** Moves goods from place to place of the house: all lines or none, under one document. */
@Schema(description = "Moves goods from place to place of the house: all lines or none, under one document")
public record MoveGoods(
        @Schema(description = "Code of where lines take from that do not say so themselves; left out: wherever it is free", examples = "P-0000-0000")
                String from,
        @Schema(description = "Code of where lines put that do not say so themselves: an open site or shelf, or a container there", examples = "P-0000-0000")
                String to,
        @SensibleDate(future = false) @Schema(description = "When it was; left out: now") Instant occurredAt,
        @Text(max = 500, required = false) @Schema(description = "Why; kept with every movement", examples = "To the front, for Saturday") String why,
        @NotNull @Size(min = 1, max = MoveGoods.MOST_LINES) @Schema(description = "What is moved") List<@NotNull @Valid Line> lines) {
    /** The most lines that one act has. */
    public static final int MOST_LINES = 50;

    /** Some of a lot, or of an item: of that what is of use for the shortest time first, then the oldest. */
    @Schema(
            name = "MoveLine",
            description = "Some of a lot, or of an item: of that what is of use for the shortest time first, then the oldest")
    public record Line(
            @Schema(description = "Code of the lot; left out where an item is named", examples = "B-0000-0000") String lot,
            @Schema(description = "Code of the item; left out where a lot is named", examples = "jumpers-man") String item,
            @Size(max = 20) @Schema(description = "Only this size of the item; left out: any", examples = "L") String size,
            @Schema(description = "Only this condition of the item; left out: any") Grade grade,
            @Quantity @Schema(description = "How much, in the item's unit; left out: all that is free", examples = "40") Long quantity,
            @Schema(description = "Code of where it lies; of a site its shelves and containers are meant with it; left out: as above")
                    String from,
            @Schema(description = "Code of where it is put; left out: as above") String to) {}
}
