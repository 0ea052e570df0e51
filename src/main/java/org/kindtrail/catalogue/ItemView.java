package org.kindtrail.catalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item as both doors show it. */
@Schema(description = "An item of the catalogue")
public record ItemView(
        @Schema(description = "Its code", examples = "practical-shoes-man") String code,
        @Schema(description = "Its name with who wears it, in the reader's language", examples = "Practical shoes, man")
                String name,
        @Schema(description = "Code of its category", examples = "shoes") String category,
        @Schema(description = "Name of that category", examples = "Shoes") String categoryName,
        @Schema(description = "Who wears it", examples = "man") Wearer wearer,
        @Schema(description = "What it is counted in: piece, pair, set, bag, gram, millilitre, or a currency's code",
                        examples = "pair")
                String unit,
        @Schema(description = "The sizes it comes in, in wearing order") List<String> sizes,
        @Schema(description = "What the organisation reckons one to be worth, by condition") List<ValueView> values,
        @Schema(description = "Whether it is the organisation's own; a standard item cannot be changed") boolean own,
        @Schema(description = "Whether it can be recorded; a retired item cannot") boolean active,
        @Schema(description = "Whether its lots may bear a last day of use") boolean expires) {}
