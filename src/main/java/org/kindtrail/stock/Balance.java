package org.kindtrail.stock;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import org.hibernate.annotations.Immutable;

/** What is at a physical place now of a lot, and how much of it is promised. Written by {@link Balances} alone. */
@Entity
@Immutable
@IdClass(BalanceId.class)
public class Balance {
    /** The kinds of places where nothing is stored: it was sent off, handed over, or is money. */
    static final String NOT_STORED = "('CONSIGNMENT', 'PARTNER', 'FUND')";

    @Id
    private Long lotId;

    @Id
    private Long placeId;

    private Long itemId;
    private long onHand;
    private long allocated;

    protected Balance() {}

    public Long getLotId() {
        return lotId;
    }

    public Long getPlaceId() {
        return placeId;
    }

    public long getOnHand() {
        return onHand;
    }

    public long getAllocated() {
        return allocated;
    }

    /** What can still be promised: on hand less allocated. */
    public long available() {
        return onHand - allocated;
    }
}
