package org.kindtrail.stocktake;

/**
 * What a stocktake counts in one number: a lot at a place, or all things of a kind there that were not counted by their lots.
 *
 * @param lotId null: things without labels
 */
record Line(Long placeId, Long lotId, Kind kind) {
    /** The things without labels of its kind at its place. */
    Line heap() {
        return new Line(placeId, null, kind);
    }
}
