package org.kindtrail.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.place.Place;
import org.kindtrail.stock.NewLot;

/** So many of one kind of thing that were in the bag. */
@Entity
class SortingLine {
    @Id
    @GeneratedValue(generator = "sorting_line_seq")
    @SequenceGenerator(name = "sorting_line_seq", sequenceName = "sorting_line_seq", allocationSize = 100)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Sorting sorting;

    private int line;

    @ManyToOne(fetch = FetchType.LAZY)
    private Item item;

    private String size;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Wearer fits;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Grade grade;

    private long quantity;
    private LocalDate expiresOn;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place place;

    protected SortingLine() {}

    SortingLine(Sorting sorting, int line, NewLot found, Place place) {
        this.sorting = sorting;
        this.line = line;
        this.item = found.item();
        this.size = found.size();
        this.fits = found.fits() == null ? found.item().getWearer() : found.fits();
        this.grade = found.grade();
        this.quantity = found.quantity();
        this.expiresOn = found.expiresOn();
        this.place = place;
    }

    int getLine() {
        return line;
    }

    Item getItem() {
        return item;
    }

    String getSize() {
        return size;
    }

    Wearer getFits() {
        return fits;
    }

    Grade getGrade() {
        return grade;
    }

    long getQuantity() {
        return quantity;
    }

    /** The last day of use; null when it does not grow old, or nobody knows. */
    LocalDate getExpiresOn() {
        return expiresOn;
    }

    /** Null: where the sorting as a whole puts what is fit. */
    Place getPlace() {
        return place;
    }
}
