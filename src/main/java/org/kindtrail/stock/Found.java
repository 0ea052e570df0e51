package org.kindtrail.stock;

import org.kindtrail.place.Place;

/** Goods that nobody gave and that were found at a place. */
public record Found(Place at, NewLot made) {}
