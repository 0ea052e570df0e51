package org.kindtrail.shipment;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.kindtrail.place.Place;

/** A goods received note: what of a shipment was received, until everything that was there had been. */
@Entity
public class ShipmentReceipt {
    @Id
    @GeneratedValue(generator = "shipment_receipt_seq")
    @SequenceGenerator(name = "shipment_receipt_seq", sequenceName = "shipment_receipt_seq", allocationSize = 10)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Shipment shipment;

    private String code;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place place;

    private Instant openedAt;
    private Long openedBy;
    private Instant finishedAt;
    private String takenBy;
    private String remark;

    protected ShipmentReceipt() {}

    ShipmentReceipt(Shipment shipment, String code, Place place, Instant openedAt, Long openedBy) {
        this.shipment = shipment;
        this.code = code;
        this.place = place;
        this.openedAt = openedAt;
        this.openedBy = openedBy;
    }

    /** @param by who took it, by function; null when nobody said */
    void finish(Instant now, String by, String what) {
        finishedAt = now;
        takenBy = by;
        remark = what;
    }

    public Long getId() {
        return id;
    }

    public Shipment getShipment() {
        return shipment;
    }

    public String getCode() {
        return code;
    }

    /** Where the first of it was put; the receiver's business alone. */
    public Place getPlace() {
        return place;
    }

    public Instant getOpenedAt() {
        return openedAt;
    }

    /** Null when the receiver's key did it. */
    public Long getOpenedBy() {
        return openedBy;
    }

    public Instant getFinishedAt() {
        return finishedAt;
    }

    /** By function; nobody's name. */
    public String getTakenBy() {
        return takenBy;
    }

    public String getRemark() {
        return remark;
    }
}
