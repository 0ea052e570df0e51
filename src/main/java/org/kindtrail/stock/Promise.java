package org.kindtrail.stock;

import org.kindtrail.place.Place;

/**
 * An allocation that is to be made.
 *
 * @param purpose the id of what it is for
 * @param purposeCode the code by which people know what it is for
 */
public record Promise(Long purpose, String purposeCode, Lot lot, Place place, long quantity) {}
