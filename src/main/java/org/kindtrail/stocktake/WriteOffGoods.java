package org.kindtrail.stocktake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Quantity;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Writes goods off: named lots, all that is in a container, or all that is past its day at a place. */
@Schema(description = "Writes goods off: named lots, or all that is in a container, or all that is past its day at a place")
public record WriteOffGoods(
        @Size(max = 200) @Schema(description = "What, lot by lot") List<@NotNull @Valid Piece> lines,
        @Schema(description = "Code of a container: everything in it, in place of lines", examples = "C-0000-0000") String container,
        @Schema(description = "Code of a place: everything there that is past its day, in place of lines", examples = "P-0000-0000")
                String expiredAt,
        @NotNull @Schema(description = "Why", examples = "damaged") WriteOffCause cause,
        @Schema(description = "Where it goes; left out: stolen and lost things are lost, others are let go", examples = "let_go")
                WriteOffCause.Destination destination,
        @Text(max = 500, required = false) @Schema(description = "What happened; needed when the cause is another", examples = "The roof leaked")
                String why,
        @Text(max = 200, required = false) @Schema(description = "Where it was noticed, if it says more than the place", examples = "On arrival at the gate")
                String foundWhere,
        @SensibleDate(future = false) @Schema(description = "When it was noticed; left out: now") Instant foundAt,
        @Text(max = 300, required = false) @Schema(description = "Papers that belong to it: a police report, photographs", examples = "Police report 17/2026")
                String documents,
        @Text(max = 500, required = false) @Schema(description = "What was done with it", examples = "Taken to the city's textile recycling")
                String disposal) {

    /** Some of a lot at a place. */
    @Schema(name = "WriteOffPiece", description = "Some of a lot at a place")
    public record Piece(
            @NotNull @Schema(description = "Code of the lot", examples = "B-0000-0000") String lot,
            @Schema(description = "Code of the place; left out: the only one where it lies", examples = "P-0000-0000") String place,
            @NotNull @Quantity @Schema(description = "How much, in the item's unit", examples = "3") Long quantity) {}
}
