package org.kindtrail.stock;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.kernel.Money;
import org.kindtrail.place.Place;

/** The ledger's line: a quantity of a lot from one place to another. Only ever added; what is wrong is reversed. */
@Entity
@Immutable
public class Movement {
    private static final int WORTH_DIGITS = 6;

    @Id
    @GeneratedValue(generator = "movement_seq")
    @SequenceGenerator(name = "movement_seq", sequenceName = "movement_seq", allocationSize = 1000)
    private Long id;

    private Long organisationId;

    @ManyToOne(fetch = FetchType.LAZY)
    private Lot lot;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place fromPlace;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place toPlace;

    private long quantity;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Reason reason;

    private String document;
    private String why;
    private Instant occurredAt;
    private Instant recordedAt;
    private Long recordedBy;
    private Long reverses;
    private Long itemId;
    private String currency;
    private BigDecimal worth;

    protected Movement() {}

    Movement(Long organisationId, Lot lot, Place fromPlace, Place toPlace, long quantity, Entry entry, Instant recordedAt, Long recordedBy) {
        this.organisationId = organisationId;
        this.lot = lot;
        this.fromPlace = fromPlace;
        this.toPlace = toPlace;
        this.quantity = quantity;
        this.reason = entry.reason();
        this.document = entry.document();
        this.why = entry.why();
        this.occurredAt = entry.occurredAt();
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
        this.itemId = lot.getItem().getId();
        Money all = lot.getWorth();
        if (all != null) {
            this.currency = all.currency();
            this.worth = BigDecimal.valueOf(quantity)
                    .multiply(BigDecimal.valueOf(all.minor()))
                    .divide(BigDecimal.valueOf(lot.getQuantity()), WORTH_DIGITS, RoundingMode.HALF_UP);
        }
    }

    /** The same quantity of the same lot the other way round, under the same document. */
    Movement reversal(String because, Instant now, Long by) {
        Movement back = new Movement(
                organisationId, lot, toPlace, fromPlace, quantity, new Entry(Reason.REVERSED, document, now, because), now, by);
        back.reverses = id;
        return back;
    }

    public Long getId() {
        return id;
    }

    public Lot getLot() {
        return lot;
    }

    public Place getFromPlace() {
        return fromPlace;
    }

    public Place getToPlace() {
        return toPlace;
    }

    public long getQuantity() {
        return quantity;
    }

    public Reason getReason() {
        return reason;
    }

    /** The code of the document that says why. */
    public String getDocument() {
        return document;
    }

    public String getWhy() {
        return why;
    }

    public Instant getOccurredAt() {
        return occurredAt;
    }

    public Instant getRecordedAt() {
        return recordedAt;
    }

    public Long getRecordedBy() {
        return recordedBy;
    }

    /** The id of the lot's item: reports add up movements and look at no lot. */
    public Long getItemId() {
        return itemId;
    }

    /** The currency of {@link #getWorth}; null when nobody said what the lot is worth. */
    public String getCurrency() {
        return currency;
    }

    /** What this part of the lot was worth when the lot came to be, in the currency's minor unit; null when nobody said. */
    public BigDecimal getWorth() {
        return worth;
    }

    public Long getReverses() {
        return reverses;
    }
}
