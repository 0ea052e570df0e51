package org.kindtrail.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Adds an item of the organisation's own; its code is made from the name. */
@Schema(description = "Adds an item of the organisation's own; its code is made from the name")
public record AddItem(
        @Text(max = 120) @Schema(description = "What it is called, in the plural", examples = "Felt boots") String name,
        @NotNull @Schema(description = "Code of its category", examples = "shoes") String category,
        @NotNull @Schema(description = "Who wears it; any where that does not matter", examples = "man") Wearer wearer,
        @NotNull @Schema(description = "What it is counted in", examples = "pair") Unit unit,
        @Schema(description = "The sizes it comes in, in wearing order; none when they are not told apart",
                        examples = "[\"42\", \"43\"]")
                List<String> sizes,
        @Schema(description = "true: its lots may bear a last day of use; left out: they do not", examples = "false")
                Boolean expires) {
    /** The most sizes that one item has, and the most characters of each. */
    static final int MOST_SIZES = 30;

    static final int LONGEST_SIZE = 19;

    @JsonCreator
    public AddItem {}

    /** One that does not grow old. */
    public AddItem(String name, String category, Wearer wearer, Unit unit, List<String> sizes) {
        this(name, category, wearer, unit, sizes, null);
    }
}
