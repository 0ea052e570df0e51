package org.kindtrail.workshop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kit in a list. */
@Schema(description = "A kit in a list")
public record KitRow(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its code", examples = "KT-0000-0000") String code,
        @Schema(description = "Code of the item that comes of it", examples = "hygiene-kit") String item,
        @Schema(description = "Name of that item", examples = "Hygiene kits") String name,
        @Schema(description = "How many parts it has", examples = "5") int parts,
        @Schema(description = "How many could be packed of all that is free in the house; 0 when retired", examples = "12")
                long possible,
        @Schema(description = "Whether it can be packed") boolean active) {}
