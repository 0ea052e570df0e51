package org.kindtrail.portal;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.need.Need;
import org.kindtrail.need.NeedRow;

/** A need in the list of the recipient's own person. */
@Schema(description = "A need in the list of the recipient's own person, its lines added up")
public record OwnNeedRow(
        @Schema(description = "Its code") String code,
        @Schema(description = "For how many people of which kind") String forWhom,
        @Schema(nullable = true, description = "The day by which it is wanted") LocalDate wantedBy,
        @Schema(description = "How it stands") Need.State state,
        @Schema(description = "How many things are asked for") long asked,
        @Schema(description = "How many are promised and not yet on the way") long promised,
        @Schema(description = "How many are on the way") long onTheWay,
        @Schema(description = "How many arrived fit for use") long arrived) {
    static OwnNeedRow of(NeedRow row) {
        return new OwnNeedRow(
                row.code(),
                row.forWhom(),
                row.wantedBy(),
                row.state(),
                row.asked(),
                row.promised(),
                row.onTheWay(),
                row.arrived());
    }
}
