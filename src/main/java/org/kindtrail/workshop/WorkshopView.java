package org.kindtrail.workshop;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a workshop is. */
@Schema(description = "How far a workshop is: what its steps used up and brought forth; steps that were reversed do not count")
public record WorkshopView(
        @Schema(description = "Code of the drive", examples = "V-0000-0000") String drive,
        @Schema(description = "How many steps stand", examples = "12") int steps,
        @Schema(description = "What was used up") List<Amount> consumed,
        @Schema(description = "What came of it and is fit for use") List<Amount> made,
        @Schema(description = "What came of it and was let go") List<Amount> scraps,
        @Schema(
                        nullable = true,
                        description = "Per cent of what was used up that is made and fit for use; null unless all is counted in one unit",
                        examples = "77.5")
                BigDecimal yield,
        @Schema(description = "Of what was used up: what is still free at the drive's site") List<Amount> toDo,
        @Schema(description = "Day by day, the latest first") List<Day> days) {

    /** So much of an item. */
    @Schema(name = "WorkshopAmount", description = "So much of an item")
    public record Amount(
            @Schema(description = "Code of the item", examples = "used-greeting-cards") String item,
            @Schema(description = "The item in words", examples = "Used greeting cards") String name,
            @Schema(description = "In the item's unit", examples = "40") long quantity,
            @Schema(description = "The item's unit", examples = "piece") String unit) {}

    /** A day of it. */
    @Schema(name = "WorkshopDay", description = "What was done on a day, in the organisation's time zone")
    public record Day(
            @Schema(description = "The day") LocalDate day,
            @Schema(description = "How many steps") int steps,
            @Schema(description = "What was used up") List<Amount> consumed,
            @Schema(description = "What came of it and is fit for use") List<Amount> made,
            @Schema(description = "What came of it and was let go") List<Amount> scraps,
            @Schema(nullable = true, description = "Per cent, as for the whole", examples = "77.5") BigDecimal yield) {}
}
