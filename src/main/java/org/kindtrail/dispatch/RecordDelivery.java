package org.kindtrail.dispatch;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The house records that a dispatch arrived. The rules for what was counted stand on {@link ConfirmArrival}. */
@Schema(description = "The house records that a dispatch arrived")
public record RecordDelivery(
        @NotNull @Schema(description = "Code of the dispatch", examples = "W-0000-0000") String dispatch,
        @Schema(description = "True: everything arrived as it was sent. Then no lines are given") Boolean allArrived,
        @Schema(description = "What was counted, for every line of the dispatch") List<ConfirmArrival.Counted> lines,
        @Schema(description = "The day it arrived; today when not said", examples = "2026-05-31") LocalDate receivedOn,
        @Schema(description = "What else the receiver says, at most 500 characters, for the house only") String remark,
        @Schema(
                        description = "Words to the givers, at most 1,000 characters; public once a coordinator has approved them")
                String thanks) {
    ConfirmArrival arrival() {
        return new ConfirmArrival(allArrived, lines, receivedOn, remark, thanks);
    }
}
