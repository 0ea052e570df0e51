package org.kindtrail.stock;

import org.kindtrail.place.Place;

/** A movement that is to be written. */
public record Transfer(Lot lot, Place from, Place to, long quantity, Entry entry) {}
