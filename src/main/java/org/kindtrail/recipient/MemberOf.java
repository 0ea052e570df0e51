package org.kindtrail.recipient;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody of a household as it is told: age, sex and sizes, and nothing by which somebody could be called.
 *
 * @param age completed years; null: not told, or only the band
 * @param ageBand null: as the age says, or not told
 */
@Schema(name = "HouseholdMember", description = "Somebody of a household: age, sex and sizes. Never a name, never a remark")
public record MemberOf(
        @Min(value = 0, message = "error_recipient_age")
                @Max(value = 120, message = "error_recipient_age")
                @Schema(nullable = true, description = "Completed years, 0 to 120; null: not told", examples = "7")
                Integer age,
        @Schema(nullable = true, description = "Age in bands; follows from the age where that is told", examples = "child")
                AgeBand ageBand,
        @NotNull @Schema(description = "Sex", examples = "female") Sex sex,
        @Pattern(regexp = MemberOf.CLOTHING, message = "error_recipient_clothing_size")
                @Schema(nullable = true, description = "Size of clothes as on the label, at most 10 characters", examples = "6-7")
                String clothingSize,
        @Pattern(regexp = MemberOf.SHOE, message = "error_recipient_shoe_size")
                @Schema(nullable = true, description = "EU size of shoes", examples = "30")
                String shoeSize) {
    /** Sizes as labels have them: L, 3XL, 48, 6-7, 7-12 m. Words do not fit, so that nothing else can be written here. */
    static final String CLOTHING = "(?i)([0-9]{0,2}X{0,4}[SL]|M|[0-9]{1,3}([-/][0-9]{1,3})?( m)?)";

    static final String SHOE = "[0-9]{2}([.,][05])?|[0-9]{1,2}-[0-9]{1,2} m";

    /** The band of the age, or the one that was told. */
    public AgeBand band() {
        return age != null ? AgeBand.of(age) : ageBand == null ? AgeBand.UNKNOWN : ageBand;
    }
}
