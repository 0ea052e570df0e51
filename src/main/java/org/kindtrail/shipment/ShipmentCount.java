package org.kindtrail.shipment;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.hibernate.annotations.Immutable;
import org.kindtrail.stock.Lot;

/** Of one lot in a box: what the packing list said, and what was counted, where that differs. Only added to. */
@Entity
@Immutable
public class ShipmentCount {
    @Id
    @GeneratedValue(generator = "shipment_count_seq")
    @SequenceGenerator(name = "shipment_count_seq", sequenceName = "shipment_count_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private ShipmentLine line;

    @ManyToOne(fetch = FetchType.LAZY)
    private Lot lot;

    private long sent;
    private long received;
    private long damaged;

    protected ShipmentCount() {}

    ShipmentCount(ShipmentLine line, Lot lot, long sent, long received, long damaged) {
        this.line = line;
        this.lot = lot;
        this.sent = sent;
        this.received = received;
        this.damaged = damaged;
    }

    public Long getId() {
        return id;
    }

    public ShipmentLine getLine() {
        return line;
    }

    public Lot getLot() {
        return lot;
    }

    /** By the packing list; 0 of what was not on it. */
    public long getSent() {
        return sent;
    }

    /** What was there, the damaged included. */
    public long getReceived() {
        return received;
    }

    public long getDamaged() {
        return damaged;
    }
}
