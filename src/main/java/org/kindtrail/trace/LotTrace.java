package org.kindtrail.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.stock.Reason;

/** The exact way of a lot: with what it came, what it was made of, where it moved, and what was made of it. */
@Schema(description = "The exact way of a lot")
public record LotTrace(
        @Schema(description = "The lot itself") Step lot,
        @Schema(nullable = true, description = "Code of the donation that it came with; null when several have a part in it", examples = "D-7K2M-9QXT")
                String donation,
        @Schema(description = "What each donation has in it; the shares add up to their whole, the quantities to the lot's") List<Origin> origins,
        @Schema(description = "What it was made of, the nearest first; at most 200") List<Step> up,
        @Schema(description = "What was made of it, the nearest first; at most 200") List<Step> down,
        @Schema(description = "Whether there is more in one of the directions than is told") boolean cut) {

    /** What one donation has in a lot. */
    @Schema(name = "LotTraceOrigin", description = "What one donation has in a lot")
    public record Origin(
            @Schema(nullable = true, description = "Code of the donation; null for what was found in the house", examples = "D-7K2M-9QXT")
                    String donation,
            @Schema(description = "Its share, of the whole", examples = "250000000000") long share,
            @Schema(description = "The whole", examples = "1000000000000") long of,
            @Schema(description = "How much of the lot that is, in the item's unit") long quantity) {}

    /** A lot on the way, and its movements. */
    @Schema(name = "LotTraceStep", description = "A lot on the way, and its movements")
    public record Step(
            @Schema(description = "Its code", examples = "B-7K2M-9QXT") String code,
            @Schema(description = "The item's code", examples = "jumpers-man") String item,
            @Schema(description = "The item as people say it", examples = "Jumpers, man") String name,
            @Schema(nullable = true, description = "Size; null when not told apart", examples = "L") String size,
            @Schema(description = "Condition") Grade grade,
            @Schema(description = "What there was of it when it came to be, in the item's unit") long quantity,
            @Schema(description = "Every movement of it, the first at the head") List<Moved> movements) {}

    /** One line of the ledger. */
    @Schema(name = "LotTraceMovement", description = "One line of the ledger")
    public record Moved(
            @Schema(description = "From where: a place of the house, a consignment or a boundary") String from,
            @Schema(description = "To where") String to,
            @Schema(description = "How much, in the item's unit") long quantity,
            @Schema(description = "Why") Reason reason,
            @Schema(description = "Code of the document that says more", examples = "S-7K2M-9QXT") String document,
            @Schema(description = "When it happened") Instant occurredAt,
            @Schema(description = "When it was written down") Instant recordedAt,
            @Schema(nullable = true, description = "The reason that a person gave; null where the document says it") String why,
            @Schema(description = "Whether it takes an earlier movement back") @JsonProperty("reversal") boolean reversal,
            @Schema(description = "Whether it was taken back") boolean reversed) {}
}
