package org.kindtrail.stock;

import java.io.Serializable;
import java.util.Comparator;

/** Whose balance it is; compared in the order in which locks are taken: lot, then place. */
public record BalanceKey(Long lotId, Long placeId) implements Serializable, Comparable<BalanceKey> {
    @Override
    public int compareTo(BalanceKey other) {
        return Comparator.comparing(BalanceKey::lotId)
                .thenComparing(BalanceKey::placeId)
                .compare(this, other);
    }
}
