package org.kindtrail.stock;

import java.io.Serializable;
import java.util.Objects;

/** The key of a balance, as the object-relational mapping wants it. */
public class BalanceId implements Serializable {
    private Long lotId;
    private Long placeId;

    @Override
    public boolean equals(Object other) {
        return other instanceof BalanceId that
                && Objects.equals(lotId, that.lotId)
                && Objects.equals(placeId, that.placeId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(lotId, placeId);
    }
}
