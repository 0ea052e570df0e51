package org.kindtrail.dispatch;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a receiver sees of a dispatch with its key: what was sent, and nothing of who sent it to whom. */
@Schema(description = "What a receiver sees of a dispatch with its key")
public record ArrivalView(
        @Schema(description = "Code of the dispatch, as the waybill has it") String dispatch,
        @Schema(description = "Whether its arrival is confirmed already") boolean confirmed,
        @Schema(description = "The day it left") LocalDate departedOn,
        @Schema(description = "What was sent; empty once it is confirmed") List<Sent> lines) {

    /** One line of it. */
    @Schema(name = "SentLine", description = "One line of what was sent")
    public record Sent(
            @Schema(description = "Its number on the waybill") int line,
            @Schema(description = "The item in words") String itemName,
            @Schema(nullable = true, description = "The size; null when not told apart") String size,
            @Schema(description = "The item's unit") String unit,
            @Schema(description = "How many were sent") long quantity) {
        public CountField field() {
            return new CountField(
                    line, DispatchLineView.what(itemName, size), DispatchLineView.quantityKey(unit), quantity);
        }
    }
}
