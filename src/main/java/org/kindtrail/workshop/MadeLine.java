package org.kindtrail.workshop;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.kernel.Quantity;

/** So many of one kind of thing that came out of a work. */
@Schema(description = "So many of one item that came out of a work")
public record MadeLine(
        @Schema(description = "Code of the item; in a grading it may be left out: the item of the lot", examples = "refurbished-greeting-cards")
                String item,
        @Size(max = 20) @Schema(description = "One of the item's sizes; left out when not told apart") String size,
        @Schema(description = "Who it fits; left out: whoever the item is for") Wearer fits,
        @Schema(description = "new, good (when left out), worn, or unfit: that is let go", examples = "good") Grade grade,
        @NotNull @Quantity @Schema(description = "In the item's unit", examples = "31") Long quantity,
        @Schema(description = "Code of the site or shelf where it is put; left out: where the work was done") String place,
        @Schema(description = "The last day of use, of an item that grows old; left out: that of what it was made of", examples = "2027-05-31")
                LocalDate expiresOn) {
    @JsonCreator
    public MadeLine {}

    /** Of use as long as what it was made of. */
    public MadeLine(String item, String size, Wearer fits, Grade grade, Long quantity, String place) {
        this(item, size, fits, grade, quantity, place, null);
    }
}
