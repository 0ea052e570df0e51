package org.kindtrail.stock;

import java.time.LocalDate;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Money;

/**
 * A lot that is to come to be.
 *
 * @param code its label code, issued beforehand
 * @param size one of the item's sizes; null when not told apart
 * @param fits who it fits; null: whoever the item is for
 * @param quantity in the item's unit, at least 1
 * @param expiresOn the last day on which it is of use; null: it does not grow old
 * @param worth what all of it is worth; null: what the organisation's standard values say, if they say anything
 * @param programme the id of the programme for which alone it is kept; null: for anything, or what it is made of tells
 */
public record NewLot(
        String code,
        Item item,
        String size,
        Wearer fits,
        Grade grade,
        long quantity,
        Money worth,
        LocalDate expiresOn,
        Long programme) {
    /** Goods whose worth the standard values tell. */
    public NewLot(String code, Item item, String size, Wearer fits, Grade grade, long quantity) {
        this(code, item, size, fits, grade, quantity, null, null, null);
    }

    /** Goods that are for anything. */
    public NewLot(String code, Item item, String size, Wearer fits, Grade grade, long quantity, Money worth, LocalDate expiresOn) {
        this(code, item, size, fits, grade, quantity, worth, expiresOn, null);
    }

    /** Goods that do not grow old. */
    public NewLot(String code, Item item, String size, Wearer fits, Grade grade, long quantity, Money worth) {
        this(code, item, size, fits, grade, quantity, worth, null, null);
    }

    /**
     * Money.
     *
     * @param item of its currency ({@code catalogue.Catalogue#money})
     * @param minor how much, in the currency's minor unit
     */
    public static NewLot money(Codes codes, Item item, long minor) {
        return new NewLot(codes.next(CodeKind.BAG), item, null, null, Grade.GOOD, minor, null, null, null);
    }

    NewLot worth(Money known) {
        return new NewLot(code, item, size, fits, grade, quantity, known, expiresOn, programme);
    }

    /** The same, of use until that day; null: it does not grow old. */
    public NewLot until(LocalDate day) {
        return new NewLot(code, item, size, fits, grade, quantity, worth, day, programme);
    }

    /** The same, kept for a programme alone; null: for anything. */
    public NewLot keptFor(Long kept) {
        return new NewLot(code, item, size, fits, grade, quantity, worth, expiresOn, kept);
    }
}
