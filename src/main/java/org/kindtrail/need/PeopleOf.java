package org.kindtrail.need;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.recipient.AgeBand;
import org.kindtrail.recipient.Sex;

/** So many people of one sex and age band; never who. */
@Schema(name = "PeopleOf", description = "So many people of one sex and age band; never who")
public record PeopleOf(
        @NotNull @Schema(description = "Their sex", examples = "male") Sex sex,
        @NotNull @Schema(description = "Their age in bands", examples = "adult") AgeBand ageBand,
        @NotNull
                @Min(value = 1, message = "error_need_people_number")
                @Max(value = PeopleOf.MOST_OF_ONE, message = "error_need_people_number")
                @Schema(description = "How many, 1 to 1,000,000", examples = "11")
                Integer number) {
    /** Each sex in each band once. */
    public static final int MOST = 18;

    static final long MOST_OF_ONE = 1_000_000;

    static PeopleOf of(PeopleCount count) {
        return new PeopleOf(count.getSex(), count.getAgeBand(), count.getNumber());
    }

    PeopleCount count() {
        return new PeopleCount(sex, ageBand, number);
    }
}
