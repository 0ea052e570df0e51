package org.kindtrail.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new tracking code. */
@Schema(description = "A new tracking code of a donation; the one before opens nothing any more")
public record TrackingView(
        @Schema(description = "Code of the donation") String donation,
        @Schema(description = "How many tracking codes it has had, this one included") int turn,
        @Schema(nullable = true, description = "The donor's key; shown in this answer only") String trackingCode,
        @Schema(nullable = true, description = "Where that key leads") String tracking) {}
