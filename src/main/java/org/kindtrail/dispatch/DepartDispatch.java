package org.kindtrail.dispatch;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** The goods leave. */
@Schema(description = "The goods of a dispatch leave")
public record DepartDispatch(
        @Text(max = 60, required = false)
                @Schema(description = "Registration of the vehicle, for the waybill", examples = "123 ABC 02")
                String vehicle,
        @Text(max = 120, required = false) @Schema(description = "Who drives, for the waybill; never shown in public")
                String driver,
        @SensibleDate(future = false)
                @Schema(
                        description = "When it left, in UTC; now when not said. Not before its goods came into the house",
                        examples = "2026-05-31T18:30:00Z")
                Instant departedAt) {}
