package org.kindtrail.stock;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of the ledger as both doors show it. */
@Schema(description = "A line of the ledger: a quantity of a lot from one place to another")
public record MovementView(
        @Schema(description = "Code of the lot", examples = "B-0000-0000") String lot,
        @Schema(description = "Code of its item", examples = "jumpers-man") String item,
        @Schema(description = "Where from: a place's code, or donated, converted, found ...", examples = "donated")
                String from,
        @Schema(description = "The same in words") String fromName,
        @Schema(description = "Where to: a place's code, or delivered, converted, let-go, lost ...",
                        examples = "P-0000-0000")
                String to,
        @Schema(description = "The same in words") String toName,
        @Schema(description = "How much, in the item's unit", examples = "12") long quantity,
        @Schema(description = "Why goods moved") Reason reason,
        @Schema(description = "Code of the document that it belongs to", examples = "D-0000-0000") String document,
        @Schema(nullable = true, description = "The reason that a person gave; null where the document says it") String why,
        @Schema(description = "When it happened") Instant occurredAt,
        @Schema(description = "When it was written down") Instant recordedAt,
        @Schema(nullable = true, description = "Who wrote it down; null when a receiver's code did") String recordedBy,
        @Schema(description = "Whether it takes another movement of the document back") boolean reversal,
        @Schema(description = "Whether another movement took it back") boolean reversed) {}
