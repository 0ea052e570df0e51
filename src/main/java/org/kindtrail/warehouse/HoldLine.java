package org.kindtrail.warehouse;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Allocation;
import org.kindtrail.stock.Lot;

/** Some of a lot at a place that is set apart, and how much of it was released since. */
@Entity
class HoldLine {
    @Id
    @GeneratedValue(generator = "hold_line_seq")
    @SequenceGenerator(name = "hold_line_seq", sequenceName = "hold_line_seq", allocationSize = 500)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Hold hold;

    private int line;

    @ManyToOne(fetch = FetchType.LAZY)
    private Lot lot;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place place;

    @ManyToOne(fetch = FetchType.LAZY)
    private Allocation allocation;

    private long quantity;
    private long released;

    protected HoldLine() {}

    HoldLine(Hold hold, int line, Allocation allocation) {
        this.hold = hold;
        this.line = line;
        this.lot = allocation.getLot();
        this.place = allocation.getPlace();
        this.allocation = allocation;
        this.quantity = allocation.getQuantity();
    }

    /** So much of it is free again. */
    void release(long some) {
        if (some < 1 || some > held()) {
            throw new IllegalArgumentException("more is released than is held");
        }
        released += some;
    }

    /** What is left of it is kept back by another allocation from now on. */
    void keptBy(Allocation rest) {
        allocation = rest;
    }

    long held() {
        return quantity - released;
    }

    int getLine() {
        return line;
    }

    Lot getLot() {
        return lot;
    }

    /** The box that it lies in may have been moved since. */
    Place getPlace() {
        return place;
    }

    Allocation getAllocation() {
        return allocation;
    }

    /** How much was set apart. */
    long getQuantity() {
        return quantity;
    }
}
