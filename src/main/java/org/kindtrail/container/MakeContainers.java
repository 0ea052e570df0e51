package org.kindtrail.container;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;
import org.kindtrail.place.PlaceKind;

/** Takes containers into use, empty, one or several alike: their labels can be printed before anything is packed. */
@Schema(description = "Takes containers into use, empty, one or several alike")
public record MakeContainers(
        @NotNull @Schema(description = "box, pallet or freight_container", examples = "box") PlaceKind kind,
        @Min(1) @Max(MakeContainers.MOST) @Schema(description = "How many, from 1 to 500; one when left out", examples = "1")
                Long count,
        @Text(max = 100, required = false)
                @Schema(nullable = true, description = "What it is called, if anything; several are numbered", examples = "Winter 1")
                String name,
        @NotNull
                @Schema(description = "Where they stand: code of an open site or shelf, or of another container", examples = "P-0000-0000")
                String in,
        @Valid @Schema(nullable = true) Measures measures) {
    static final int MOST = 500;
}
