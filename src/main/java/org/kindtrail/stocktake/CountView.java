package org.kindtrail.stocktake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;

/** A count as it was taken down; whether it is right is nowhere in it. */
@Schema(description = "A count as it was taken down; whether it is right is nowhere in it")
public record CountView(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its number in the stocktake", examples = "7") int number,
        @Schema(description = "Code of the place") String place,
        @Schema(description = "Name of the place") String placeName,
        @Schema(nullable = true, description = "Code of the lot; null: things without labels") String lot,
        @Schema(description = "Code of the item", examples = "jumpers-man") String item,
        @Schema(description = "Name of the item, in the reader's language") String itemName,
        @Schema(nullable = true, description = "Size; null when not told apart", examples = "L") String size,
        @Schema(description = "Condition", examples = "good") Grade grade,
        @Schema(description = "How many, in the item's unit", examples = "12") long quantity,
        @Schema(description = "When it was taken down") Instant at,
        @Schema(description = "Who counted") String by) {}
