package org.kindtrail.stock;

import java.time.LocalDate;
import org.kindtrail.catalogue.Grade;

/**
 * What is on hand of an item in a size and grade, all lots and places together.
 *
 * @param unit in words
 * @param expiresFirst the first of their last days of use; null when there is none
 */
record StockView(
        String item, String itemName, String size, Grade grade, long onHand, long promised, long available, String unit,
        LocalDate expiresFirst) {}
