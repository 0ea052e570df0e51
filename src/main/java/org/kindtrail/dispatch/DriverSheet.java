package org.kindtrail.dispatch;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.recipient.SealedDetails;

/** The driver's half of a waybill: where the goods really go. It comes back to the house or is destroyed. */
@Schema(description = "The driver's half of a waybill, with the sealed details of the recipient, opened")
public record DriverSheet(
        @Schema(description = "Code of the dispatch") String dispatch,
        @Schema(description = "Code of the recipient") String recipient,
        @Schema(nullable = true, description = "Registration of the vehicle") String vehicle,
        @Schema(nullable = true, description = "Who drives") String driver,
        @Schema(description = "When; the printing is on the list of openings") Instant openedAt,
        @Schema(
                        nullable = true,
                        description = "What is sealed; null when the request is repeated later than 15 minutes after it was opened")
                SealedDetails sealed) {
    DriverSheet with(SealedDetails texts) {
        return new DriverSheet(dispatch, recipient, vehicle, driver, openedAt, texts);
    }
}
