package org.kindtrail.intake;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.kernel.Quantity;

/** So many of one kind of thing, in one size and condition. */
@Schema(description = "So many of one item, in one size and condition")
public record DonationLine(
        @NotNull @Schema(description = "Code of the item", examples = "jumpers-man") String item,
        @Size(max = 20) @Schema(description = "One of the item's sizes; left out when not told apart", examples = "L")
                String size,
        @Schema(description = "Who it fits; left out: whoever the item is for") Wearer fits,
        @Schema(description = "new, good (when left out) or worn", examples = "good") Grade grade,
        @NotNull @Quantity @Schema(description = "In the item's unit", examples = "12") Long quantity,
        @Schema(description = "The last day of use, of an item that grows old; left out when nobody knows", examples = "2027-05-31")
                LocalDate expiresOn) {
    @JsonCreator
    public DonationLine {}

    /** Of which no last day of use is known. */
    public DonationLine(String item, String size, Wearer fits, Grade grade, Long quantity) {
        this(item, size, fits, grade, quantity, null);
    }
}
