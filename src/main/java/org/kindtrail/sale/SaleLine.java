package org.kindtrail.sale;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.kindtrail.stock.Lot;

/** What a line of a receipt took of one lot; a line of several lots has several of these with the same number. */
@Entity
class SaleLine {
    @Id
    @GeneratedValue(generator = "sale_line_seq")
    @SequenceGenerator(name = "sale_line_seq", sequenceName = "sale_line_seq", allocationSize = 500)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Sale sale;

    private int line;

    @ManyToOne(fetch = FetchType.LAZY)
    private Lot lot;

    private long quantity;
    private Long priceEach;
    private Long amount;

    protected SaleLine() {}

    SaleLine(Sale sale, int line, Lot lot, long quantity, Long priceEach) {
        this.sale = sale;
        this.line = line;
        this.lot = lot;
        this.quantity = quantity;
        this.priceEach = priceEach;
        this.amount = priceEach == null ? null : Math.multiplyExact(priceEach, quantity);
    }

    int getLine() {
        return line;
    }

    Lot getLot() {
        return lot;
    }

    long getQuantity() {
        return quantity;
    }

    /** In the currency's minor unit; null where a whole table went for one sum. */
    Long getPriceEach() {
        return priceEach;
    }

    /** Null with the price. */
    Long getAmount() {
        return amount;
    }
}
