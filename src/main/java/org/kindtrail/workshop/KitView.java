package org.kindtrail.workshop;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kit as both doors show it. */
@Schema(description = "A kit: what it is packed of")
public record KitView(
        @Schema(description = "Its code", examples = "KT-0000-0000") String code,
        @Schema(description = "Code of the item that comes of it", examples = "hygiene-kit") String item,
        @Schema(description = "Name of that item, in the reader's language", examples = "Hygiene kits") String name,
        @Schema(description = "What whoever packs it should know; perhaps empty") String remark,
        @Schema(description = "Whether it can be packed; a retired one cannot") boolean active,
        @Schema(description = "What is in one kit") List<Part> parts,
        @Schema(description = "Raised by every change; a change sends the one that it was made on") int version) {

    /** What one kit holds of one kind. */
    @Schema(name = "KitViewPart", description = "What one kit holds of one kind")
    public record Part(
            @Schema(description = "Its number in the recipe, from 1") int line,
            @Schema(description = "How much in one kit, in the unit", examples = "2") long quantity,
            @Schema(description = "What it is counted in", examples = "piece") String unit,
            @Schema(description = "What it may be, what is taken first at the head") List<Choice> choices) {}

    /** A thing that will do. */
    @Schema(name = "KitViewChoice", description = "An item that will do")
    public record Choice(
            @Schema(description = "Code of the item", examples = "soap") String item,
            @Schema(description = "The item in words", examples = "Soap") String name,
            @Schema(nullable = true, description = "Its size; null: any") String size) {
        /** "Towels, size L". */
        public String words() {
            return size == null ? name : name + ", " + size;
        }
    }
}
