package org.kindtrail.stocktake;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Lot;

/**
 * How many somebody counted of a lot at a place, or of a kind of thing that has no labels. Only added to: of several counts of
 * the same line the latest counts.
 */
@Entity
@Immutable
public class StockCount {
    @Id
    @GeneratedValue(generator = "stock_count_seq")
    @SequenceGenerator(name = "stock_count_seq", sequenceName = "stock_count_seq", allocationSize = 500)
    private Long id;

    private Long stocktakeId;
    private int turn;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place place;

    @ManyToOne(fetch = FetchType.LAZY)
    private Lot lot;

    private Long itemId;
    private String size;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Grade grade;

    private long counted;
    private Instant at;
    private Long byPersonId;

    protected StockCount() {}

    StockCount(Stocktake of, Place place, Lot lot, Kind kind, long counted, Instant at, Long by) {
        this.stocktakeId = of.getId();
        this.turn = of.nextTurn();
        this.place = place;
        this.lot = lot;
        this.itemId = kind.itemId();
        this.size = kind.size();
        this.grade = kind.grade();
        this.counted = counted;
        this.at = at;
        this.byPersonId = by;
    }

    Long getId() {
        return id;
    }

    int getTurn() {
        return turn;
    }

    Place getPlace() {
        return place;
    }

    /** Null: things without labels, of whichever lots. */
    Lot getLot() {
        return lot;
    }

    Kind kind() {
        return new Kind(itemId, size, grade);
    }

    long getCounted() {
        return counted;
    }

    Instant getAt() {
        return at;
    }

    Long getByPersonId() {
        return byPersonId;
    }
}
