package org.kindtrail.matching;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Lot;

/** So much of a lot at a place for a line of a plan. */
@Entity
class PlanPick {
    @Id
    @GeneratedValue(generator = "plan_pick_seq")
    @SequenceGenerator(name = "plan_pick_seq", sequenceName = "plan_pick_seq", allocationSize = 500)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Plan plan;

    @ManyToOne(fetch = FetchType.LAZY)
    private PlanLine planLine;

    private int number;

    @ManyToOne(fetch = FetchType.LAZY)
    private Lot lot;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place place;

    private long proposed;
    private long quantity;
    private Long promised;

    protected PlanPick() {}

    PlanPick(Plan plan, PlanLine planLine, int number, Lot lot, Place place, long quantity) {
        this.plan = plan;
        this.planLine = planLine;
        this.number = number;
        this.lot = lot;
        this.place = place;
        this.proposed = quantity;
        this.quantity = quantity;
    }

    /** So much is given of it: nothing, or at most what was proposed. */
    void give(long less) {
        if (less < 0 || less > proposed) {
            throw new IllegalArgumentException("more than was proposed");
        }
        quantity = less;
    }

    Long getId() {
        return id;
    }

    PlanLine getPlanLine() {
        return planLine;
    }

    int getNumber() {
        return number;
    }

    Lot getLot() {
        return lot;
    }

    Place getPlace() {
        return place;
    }

    long getProposed() {
        return proposed;
    }

    long getQuantity() {
        return quantity;
    }

    /** How much of it was promised; null until the plan is confirmed. */
    Long getPromised() {
        return promised;
    }
}
