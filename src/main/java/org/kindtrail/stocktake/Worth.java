package org.kindtrail.stocktake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.StandardValues;
import org.kindtrail.kernel.Money;

/**
 * What some of a lot is worth: its part of what the lot was worth when it came to be; where nobody said, what the organisation's
 * standard values say; else nobody knows.
 */
@ApplicationScoped
class Worth {
    private final EntityManager database;
    private final StandardValues values;
    private final Catalogue catalogue;

    Worth(EntityManager database, StandardValues values, Catalogue catalogue) {
        this.database = database;
        this.values = values;
        this.catalogue = catalogue;
    }

    /** What is known of a lot's worth. */
    record Known(Long lotId, Long itemId, Grade grade, long quantity, Long worth, String currency, Instant receivedAt) {
        /** The newest first: what came to be last is promised last, so the fewest promises stand in the way. */
        static final Comparator<Known> NEWEST =
                Comparator.comparing(Known::receivedAt).thenComparing(Known::lotId).reversed();
    }

    Map<Long, Known> of(Collection<Long> lots) {
        return StockHere.inBatches(lots, some -> database.createQuery(
                                """
                                select new org.kindtrail.stocktake.Worth$Known(l.id, l.item.id, l.grade, l.quantity, l.worth,
                                  l.currency, l.receivedAt) from Lot l where l.id in :lots""",
                                Known.class)
                        .setParameter("lots", some)
                        .getResultList())
                .stream()
                .collect(Collectors.toMap(Known::lotId, each -> each));
    }

    /** @return null when nobody knows */
    Money of(Known lot, long quantity) {
        if (lot.worth() != null) {
            return part(new Money(lot.worth(), lot.currency()), lot.quantity(), quantity);
        }
        return standard(lot.itemId(), lot.grade(), quantity);
    }

    /** By the standard values; null when there is none. */
    Money standard(Long item, Grade grade, long quantity) {
        return grade == Grade.UNSORTED ? null : values.worth(catalogue.of(item), grade, quantity);
    }

    /** The part of the whole that so many of all are; half a minor unit counts as one. */
    static Money part(Money whole, long of, long quantity) {
        BigInteger twice = BigInteger.valueOf(whole.minor()).multiply(BigInteger.valueOf(quantity)).shiftLeft(1);
        BigInteger all = BigInteger.valueOf(of);
        return new Money(twice.add(all).divide(all.shiftLeft(1)).longValueExact(), whole.currency());
    }

    /** Together; null when one is not known, or they are of several currencies. */
    static Money sum(List<Money> parts) {
        Money sum = null;
        for (Money part : parts) {
            if (part == null || sum != null && !sum.currency().equals(part.currency())) {
                return null;
            }
            sum = sum == null ? part : sum.plus(part);
        }
        return sum;
    }
}
