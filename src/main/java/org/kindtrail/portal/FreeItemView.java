package org.kindtrail.portal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that could be had. */
@Schema(name = "FreeItem", description = "Something that could be had: how much is free, and in which sizes; not where, and from whom")
public record FreeItemView(
        @Schema(description = "Code of the item", examples = "warm-jumpers-man") String item,
        @Schema(description = "The item in words", examples = "Warm jumpers, man") String what,
        @Schema(description = "Its category in words", examples = "Tops") String category,
        @Schema(description = "The item's unit", examples = "piece") String unit,
        @Schema(description = "How many are free in all, in its unit", examples = "12") long free,
        @Schema(description = "How many of each size, in wearing order; empty when sizes are not told apart") List<Size> sizes) {

    /** How many of one size. */
    @Schema(name = "FreeSize", description = "How many of one size are free")
    public record Size(
            @Schema(description = "The size", examples = "L") String size,
            @Schema(description = "How many are free", examples = "4") long free) {}

    /** "L: 4, XL: 2". */
    @JsonIgnore
    public String sizesInWords() {
        return sizes.stream().map(each -> each.size() + ": " + each.free()).collect(Collectors.joining(", "));
    }
}
