package org.kindtrail.need;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks what people need by standards; changes nothing. */
@Schema(description = "Asks what people need by standards: a household by its members, or people by their numbers. Changes nothing")
public record ProposeNeed(
        @Schema(
                        description = "Code of a recipient; of a household with members told these are reckoned for, unless people"
                                + " are given",
                        examples = "R-0000-0000")
                String recipient,
        @Size(max = PeopleOf.MOST) @Schema(description = "How many people of which sex and age; absent: as the household says")
                List<@NotNull @Valid PeopleOf> people,
        @Min(value = 0, message = "error_need_households")
                @Max(value = 100_000, message = "error_need_households")
                @Schema(description = "How many households they are, for water containers; absent: one for a household, else none", examples = "1")
                Integer households,
        @Min(value = 1, message = "error_need_months")
                @Max(value = 12, message = "error_need_months")
                @Schema(description = "For how many months of soap and the like; absent: 1", examples = "1")
                Integer months) {}
