package org.kindtrail.dispatch;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.kindtrail.need.NeedLine;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Allocation;
import org.kindtrail.stock.Lot;

/** One promise that a dispatch carries out, and what was counted of it at the receiver's. */
@Entity
public class DispatchLine {
    @Id
    @GeneratedValue(generator = "dispatch_line_seq")
    @SequenceGenerator(name = "dispatch_line_seq", sequenceName = "dispatch_line_seq", allocationSize = 100)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Dispatch dispatch;

    private int line;

    @ManyToOne(fetch = FetchType.LAZY)
    private Allocation allocation;

    @ManyToOne(fetch = FetchType.LAZY)
    private NeedLine needLine;

    @ManyToOne(fetch = FetchType.LAZY)
    private Lot lot;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place place;

    private long quantity;
    private Long received;
    private Long damaged;

    protected DispatchLine() {}

    DispatchLine(Dispatch dispatch, int line, Allocation allocation, NeedLine needLine) {
        this.dispatch = dispatch;
        this.line = line;
        this.allocation = allocation;
        this.needLine = needLine;
        this.lot = allocation.getLot();
        this.place = allocation.getPlace();
        this.quantity = allocation.getQuantity();
    }

    /** So many were counted, some of them damaged. */
    Outcome count(long counted, long broken) {
        received = counted;
        damaged = broken;
        return Outcome.of(quantity, counted, broken);
    }

    /** Fewer were taken: it carries out a smaller promise of the same goods. */
    void shorten(Allocation smaller) {
        allocation = smaller;
        quantity = smaller.getQuantity();
    }

    void uncount() {
        received = null;
        damaged = null;
    }

    /** Whether the promise was taken back on the need, so that the line will not leave. */
    boolean isTakenBack() {
        return allocation.getState() == Allocation.State.VOIDED;
    }

    public Long getId() {
        return id;
    }

    public Dispatch getDispatch() {
        return dispatch;
    }

    /** Its number on the papers, from 1; a line that is taken off leaves a gap. */
    public int getLine() {
        return line;
    }

    public Allocation getAllocation() {
        return allocation;
    }

    public NeedLine getNeedLine() {
        return needLine;
    }

    public Lot getLot() {
        return lot;
    }

    /** The shelf that it is taken from. */
    public Place getPlace() {
        return place;
    }

    /** What is sent, in the item's unit. */
    public long getQuantity() {
        return quantity;
    }

    /** What was counted; null until the arrival is confirmed. */
    public Long getReceived() {
        return received;
    }

    /** How many of the counted are of no use; null until the arrival is confirmed. */
    public Long getDamaged() {
        return damaged;
    }
}
