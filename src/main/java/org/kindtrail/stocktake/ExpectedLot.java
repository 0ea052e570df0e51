package org.kindtrail.stocktake;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.Objects;
import org.hibernate.annotations.Immutable;

/**
 * How much of a lot the ledger said was there when it was counted, read under the lot's lock in the transaction of the count.
 * So a difference is exact whatever moves before and after: what had moved by then is in it, what moves later is in neither side.
 */
@Entity
@Immutable
@IdClass(ExpectedLot.Key.class)
public class ExpectedLot {
    /** Of a count, of a lot. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;
        private Long countId;
        private Long lotId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(countId, key.countId) && Objects.equals(lotId, key.lotId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(countId, lotId);
        }
    }

    @Id
    private Long countId;

    @Id
    private Long lotId;

    private long quantity;

    protected ExpectedLot() {}

    ExpectedLot(Long count, Long lot, long quantity) {
        this.countId = count;
        this.lotId = lot;
        this.quantity = quantity;
    }

    Long getCountId() {
        return countId;
    }

    Long getLotId() {
        return lotId;
    }

    long getQuantity() {
        return quantity;
    }
}
