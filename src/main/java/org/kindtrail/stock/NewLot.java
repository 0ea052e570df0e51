package org.kindtrail.stock;

import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;

/**
 * A lot that is to come to be.
 *
 * @param code its label code, issued beforehand
 * @param size one of the item's sizes; null when not told apart
 * @param fits who it fits; null: whoever the item is for
 * @param quantity in the item's unit, at least 1
 */
public record NewLot(String code, Item item, String size, Wearer fits, Grade grade, long quantity) {}
