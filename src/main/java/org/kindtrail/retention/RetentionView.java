package org.kindtrail.retention;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an organisation has set, as both doors show it. */
@Schema(name = "Retention", description = "How long sealed details are kept after a recipient was last served")
public record RetentionView(
        @Schema(description = "Months after which they are proposed for erasure", examples = "12") int months,
        @Schema(description = "Whether the calendar erases what is due, without a press") boolean byItself,
        @Schema(description = "Raised by every change; a change sends the one that it was made on") int version) {
    /** As it is before anybody has set anything. */
    static RetentionView usual() {
        return new RetentionView(Retention.USUAL, false, 0);
    }

    static RetentionView of(Retention retention) {
        return new RetentionView(retention.getMonths(), retention.isByItself(), retention.getVersion() + 1);
    }
}
