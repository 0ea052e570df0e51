package org.kindtrail.workshop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Defines a kit, or tells its recipe anew. */
@Schema(description = "Defines a kit, or tells its recipe anew: what is packed from now on")
public record DescribeKit(
        @NotNull @Schema(description = "Code of the item that comes of it; one that is counted in sets", examples = "hygiene-kit")
                String item,
        @Text(max = 500, required = false)
                @Schema(description = "What whoever packs it should know", examples = "Wrap the soap.")
                String remark,
        @NotNull @Size(min = 1, max = Kit.MOST_PARTS) @Schema(description = "What is in one kit, 1 to 12 parts")
                List<@NotNull @Valid Part> parts) {

    /** What one kit holds of one kind. */
    @Schema(name = "DescribeKitPart", description = "So much of one thing, or of another that will do as well")
    public record Part(
            @NotNull @Min(1) @Max(Kit.MOST_IN_A_PART)
                    @Schema(description = "How much in one kit, in the unit of the items", examples = "2")
                    Long quantity,
            @NotNull @Size(min = 1, max = Kit.MOST_CHOICES)
                    @Schema(description = "What it may be, the one that is taken first at the head; all in one unit")
                    List<@NotNull @Valid Choice> choices) {}

    /** A thing that will do. */
    @Schema(name = "DescribeKitChoice", description = "An item that will do")
    public record Choice(
            @NotNull @Schema(description = "Code of the item", examples = "soap") String item,
            @Size(max = 20) @Schema(description = "One of the item's sizes; left out: any") String size) {}
}
