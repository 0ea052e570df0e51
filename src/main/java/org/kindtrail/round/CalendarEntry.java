package org.kindtrail.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something on a day of the calendar. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "Something on a day of the calendar")
public record CalendarEntry(
        @Schema(description = "What it is") Kind kind,
        @Schema(description = "Its day, in the organisation's time") LocalDate day,
        @Schema(nullable = true, description = "When it begins or happened, in UTC; null for a whole day") Instant at,
        @Schema(nullable = true, description = "The same as the clock of the organisation shows it", examples = "09:30") String time,
        @Schema(description = "Code of the round, appointment, need, drive or dispatch") String code,
        @Schema(nullable = true, description = "The vehicle of a round, the site of an appointment, the title of a drive")
                String what,
        @Schema(nullable = true, description = "What the house calls the recipient; never public") String recipientAlias,
        @Schema(nullable = true, description = "How many stops a round makes") Long stops) {

    /** What can stand in the calendar. */
    @Schema(name = "CalendarEntryKind")
    public enum Kind {
        @JsonProperty("round")
        ROUND("/rounds/"),
        @JsonProperty("appointment")
        APPOINTMENT("/appointments/"),
        /** A need is wanted by that day. */
        @JsonProperty("need")
        NEED("/needs/"),
        @JsonProperty("begin_of_drive")
        BEGIN_OF_DRIVE("/drives/"),
        @JsonProperty("end_of_drive")
        END_OF_DRIVE("/drives/"),
        /** A dispatch departed. */
        @JsonProperty("departure")
        DEPARTURE("/dispatches/");

        private final String page;

        Kind(String page) {
            this.page = page;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The words for a number of them. */
        public String countKey() {
            return "round_count_" + word();
        }

        /** The words over a list of them. */
        public String listKey() {
            return "round_list_" + word();
        }
    }

    public String href() {
        return kind.page + code;
    }
}
