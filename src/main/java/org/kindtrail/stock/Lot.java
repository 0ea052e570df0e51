package org.kindtrail.stock;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.kernel.Money;

/** A quantity of one item with one provenance. Never edited and never merged: its provenance is who it is. */
@Entity
@Immutable
public class Lot {
    @Id
    @GeneratedValue(generator = "lot_seq")
    @SequenceGenerator(name = "lot_seq", sequenceName = "lot_seq", allocationSize = 1000)
    private Long id;

    private Long organisationId;
    private String code;

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
    private Long origin;
    private Long conversionId;
    private Long worth;
    private String currency;
    private LocalDate expiresOn;
    private Long programmeId;
    private Instant receivedAt;
    private Instant recordedAt;

    protected Lot() {}

    Lot(Long organisationId, NewLot made, Long origin, Long conversionId, Instant receivedAt, Instant recordedAt) {
        this.organisationId = organisationId;
        this.code = made.code();
        this.item = made.item();
        this.size = made.size();
        this.fits = made.fits() == null ? made.item().getWearer() : made.fits();
        this.grade = made.grade();
        this.expiresOn = made.expiresOn();
        this.programmeId = made.programme();
        this.quantity = made.quantity();
        this.origin = origin;
        this.conversionId = conversionId;
        this.receivedAt = receivedAt;
        this.recordedAt = recordedAt;
        if (made.worth() != null) {
            this.worth = made.worth().minor();
            this.currency = made.worth().currency();
        }
    }

    public Long getId() {
        return id;
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    public String getCode() {
        return code;
    }

    public Item getItem() {
        return item;
    }

    public String getSize() {
        return size;
    }

    public Wearer getFits() {
        return fits;
    }

    public Grade getGrade() {
        return grade;
    }

    /** What there was of it when it came to be, in the item's unit. */
    public long getQuantity() {
        return quantity;
    }

    /**
     * With what it came into the house, through any conversions; the ledger does not ask what that is. Null when it has
     * several origins: then {@link Shares} tells what each has in it.
     */
    public Long getOrigin() {
        return origin;
    }

    /** What all of it was worth when it came to be; null when nobody said. Of money: null, it is worth itself. */
    public Money getWorth() {
        return worth == null ? null : new Money(worth, currency);
    }

    /** The last day on which it is of use; null: it does not grow old. */
    public LocalDate getExpiresOn() {
        return expiresOn;
    }

    /** The programme for which alone it is kept; null: for anything. {@link KeptForProgramme} says what that means. */
    public Long getProgrammeId() {
        return programmeId;
    }

    /** The conversion that brought it forth; null when it came in as it is. */
    public Long getConversionId() {
        return conversionId;
    }

    /** When the goods came into the house, through any conversions: what is oldest goes first. */
    public Instant getReceivedAt() {
        return receivedAt;
    }

    public Instant getRecordedAt() {
        return recordedAt;
    }
}
