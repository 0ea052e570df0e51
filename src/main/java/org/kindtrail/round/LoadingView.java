package org.kindtrail.round;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The loading list of a round. It bears codes of recipients, and nothing else of them. */
@Schema(name = "LoadingList", description = "What a round takes from where, and how it is loaded")
public record LoadingView(
        @Schema(description = "Code of the round") String round,
        @Schema(description = "What is taken, in walking order, for all stops together") List<Take> take,
        @Schema(description = "What is loaded, the last stop first") List<Load> load) {

    /** Some of a lot at a place, for all stops together. */
    @Schema(name = "LoadingTake", description = "Some of a lot at a place, for all stops together")
    public record Take(
            @Schema(description = "Code of the place") String place,
            @Schema(description = "The place in words") String placeName,
            @Schema(description = "Code of the lot") String lot,
            @Schema(description = "The item in words") String itemName,
            @Schema(nullable = true, description = "The size; null when not told apart") String size,
            @Schema(description = "How many, in the item's unit") long quantity,
            @Schema(description = "The quantity in words") String words,
            @Schema(description = "Numbers of the stops that it is for") List<Integer> stops) {}

    /** One kind of thing for one stop. */
    @Schema(name = "LoadingLoad", description = "One kind of thing for one stop")
    public record Load(
            @Schema(description = "Number of the stop") int stop,
            @Schema(description = "Code of the dispatch") String dispatch,
            @Schema(description = "Code of the recipient") String recipient,
            @Schema(description = "The item in words") String itemName,
            @Schema(nullable = true, description = "The size; null when not told apart") String size,
            @Schema(description = "How many, in the item's unit") long quantity,
            @Schema(description = "The quantity in words") String words) {}
}
