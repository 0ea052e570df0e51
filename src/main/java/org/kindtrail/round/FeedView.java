package org.kindtrail.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The private calendar address of who asks. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "CalendarFeed", description = "The private calendar address of who asks")
public record FeedView(
        @Schema(description = "Whether there is one") boolean open,
        @Schema(description = "How many the person had, the one that stands included") int turn,
        @Schema(nullable = true, description = "When it was made") Instant madeAt,
        @Schema(nullable = true, description = "The address, at this server; told when it is made and kept nowhere",
                        examples = "/j/J000-0000-0000-0000.ics")
                String address) {
    FeedView with(String told) {
        return new FeedView(open, turn, madeAt, told);
    }
}
