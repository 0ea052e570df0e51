package org.kindtrail.stocktake;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.Money;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Lot;

/** A line of a stocktake that is handed in: what was counted beside what the ledger said at that moment. */
@Entity
public class Variance {
    @Id
    @GeneratedValue(generator = "variance_seq")
    @SequenceGenerator(name = "variance_seq", sequenceName = "variance_seq", allocationSize = 500)
    private Long id;

    private Long stocktakeId;
    private int line;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place place;

    @ManyToOne(fetch = FetchType.LAZY)
    private Lot lot;

    private Long itemId;
    private String size;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Grade grade;

    private Long countId;
    private Long counted;
    private long expected;
    private int counts;
    private boolean disagree;
    private boolean moved;
    private Long worth;
    private String currency;
    private boolean recount;
    private Long posted;

    protected Variance() {}

    Variance(Long stocktake, int line, Compared of, Place place, Lot lot) {
        this.stocktakeId = stocktake;
        this.line = line;
        this.place = place;
        this.lot = lot;
        this.itemId = of.line().kind().itemId();
        this.size = of.line().kind().size();
        this.grade = of.line().kind().grade();
        this.countId = of.countId();
        this.counted = of.counted();
        this.expected = of.expected();
        this.counts = of.counts();
        this.disagree = of.disagree();
        this.moved = of.moved();
        this.worth = of.worth() == null ? null : of.worth().minor();
        this.currency = of.worth() == null ? null : of.worth().currency();
    }

    /** Somebody counts it once more. */
    void askRecount() {
        recount = true;
    }

    void post(long difference) {
        posted = difference;
    }

    Long getId() {
        return id;
    }

    int getLine() {
        return line;
    }

    Place getPlace() {
        return place;
    }

    /** Null: things without labels. */
    Lot getLot() {
        return lot;
    }

    Kind kind() {
        return new Kind(itemId, size, grade);
    }

    /** The count that decides; null: nobody counted it. */
    Long getCountId() {
        return countId;
    }

    /** Null: nobody counted it. */
    Long getCounted() {
        return counted;
    }

    long getExpected() {
        return expected;
    }

    /** More, or less, than was expected; what nobody counted is missing as a whole, if it is missing. */
    long difference() {
        return (counted == null ? 0 : counted) - expected;
    }

    boolean isDisagree() {
        return disagree;
    }

    /** What the difference is worth, with its sign; null: nobody knows. */
    Money getWorth() {
        return worth == null ? null : new Money(worth, currency);
    }

    /** Null: nothing was posted, or not yet. */
    Long getPosted() {
        return posted;
    }
}
