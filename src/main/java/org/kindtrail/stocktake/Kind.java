package org.kindtrail.stocktake;

import org.kindtrail.catalogue.Grade;
import org.kindtrail.stock.Lot;

/**
 * What things without labels are told apart by.
 *
 * @param size null: those whose size nobody told
 */
record Kind(Long itemId, String size, Grade grade) {
    static Kind of(Lot lot) {
        return new Kind(lot.getItem().getId(), lot.getSize(), lot.getGrade());
    }
}
