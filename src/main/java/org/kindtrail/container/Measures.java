package org.kindtrail.container;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.paper.Mark;

/** What a container weighs and measures, and how it is to be handled; what nobody knows is left out. */
@Schema(description = "What a container weighs and measures, and how it is to be handled")
public record Measures(
        @Min(1)
                @Max(Measures.HEAVIEST)
                @Schema(nullable = true, description = "With what is in it, in grams", examples = "14500")
                Long weight,
        @Min(1) @Max(Measures.HEAVIEST) @Schema(nullable = true, description = "Empty, in grams", examples = "800") Long tare,
        @Min(1) @Max(Measures.LONGEST) @Schema(nullable = true, description = "Outside, in millimetres", examples = "600")
                Long length,
        @Min(1) @Max(Measures.LONGEST) @Schema(nullable = true, description = "Outside, in millimetres", examples = "400")
                Long width,
        @Min(1) @Max(Measures.LONGEST) @Schema(nullable = true, description = "Outside, in millimetres", examples = "350")
                Long height,
        @Schema(description = "How it is to be handled") Set<@NotNull Mark> marks) {
    /** A hundred tonnes, in grams. */
    static final long HEAVIEST = 100_000_000;
    /** A hundred metres, in millimetres. */
    static final long LONGEST = 100_000;

    public static final Measures UNKNOWN = new Measures(null, null, null, null, null, Set.of());

    public Measures {
        marks = marks == null ? Set.of() : marks;
    }

    /** @throws Invalid when it weighs more empty than with what is in it */
    void refuseImpossible(String path) {
        if (weight != null && tare != null && tare > weight) {
            throw Invalid.field(path + "tare", "error_container_tare", Map.of("tare", tare, "weight", weight));
        }
    }

    /** Outside, in cubic millimetres; null when a side is not known. */
    Long volume() {
        return length == null || width == null || height == null ? null : length * width * height;
    }
}
