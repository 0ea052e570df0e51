package org.kindtrail.stocktake;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.hibernate.annotations.Immutable;
import org.kindtrail.kernel.Money;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Lot;

/** Some of a lot at a place that is written off. */
@Entity
@Immutable
public class WriteOffLine {
    @Id
    @GeneratedValue(generator = "write_off_line_seq")
    @SequenceGenerator(name = "write_off_line_seq", sequenceName = "write_off_line_seq", allocationSize = 500)
    private Long id;

    private Long writeOffId;
    private int line;

    @ManyToOne(fetch = FetchType.LAZY)
    private Lot lot;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place place;

    private long quantity;
    private Long worth;
    private String currency;

    protected WriteOffLine() {}

    WriteOffLine(Long writeOff, int line, Lot lot, Place place, long quantity, Money worth) {
        this.writeOffId = writeOff;
        this.line = line;
        this.lot = lot;
        this.place = place;
        this.quantity = quantity;
        this.worth = worth == null ? null : worth.minor();
        this.currency = worth == null ? null : worth.currency();
    }

    Long getId() {
        return id;
    }

    int getLine() {
        return line;
    }

    Lot getLot() {
        return lot;
    }

    Place getPlace() {
        return place;
    }

    long getQuantity() {
        return quantity;
    }

    /** Null: nobody knows. */
    Money getWorth() {
        return worth == null ? null : new Money(worth, currency);
    }
}
