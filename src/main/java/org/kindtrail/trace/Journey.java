package org.kindtrail.trace;

import java.time.Duration;
import java.time.Instant;
import org.kindtrail.recipient.Disclosure;

/**
 * Goods going to a recipient, and how much of that may be told. A departure and an arrival are told at once only when the
 * recipient agreed to be named; for all others they are told when they are {@link #LATE} past, and until then it is as if
 * they had not happened: who watches the page cannot tell from it that somebody is at a place now.
 *
 * @param departedAt when the goods left; null while they are being packed
 * @param arrivedAt when they were counted at the receiver's; null while they are on the way
 */
record Journey(Instant departedAt, Instant arrivedAt, Disclosure disclosure) {
    /** As docs/privacy.md has it: at least seven days. */
    static final Duration LATE = Duration.ofDays(7);

    /** How far the public may know the goods to be: being prepared, on the way, or arrived. */
    Fate told(Instant now) {
        if (!isTold(departedAt, now)) {
            return Fate.PREPARING;
        }
        return isTold(arrivedAt, now) ? Fate.ARRIVED : Fate.ON_THE_WAY;
    }

    /** Whether what happened at that moment may be told of this recipient. */
    boolean isTold(Instant at, Instant now) {
        if (at == null) {
            return false;
        }
        return disclosure == Disclosure.NAMED || !now.isBefore(at.plus(LATE));
    }

    /** How far the house knows them to be, which knows everything at once. */
    Fate known() {
        if (departedAt == null) {
            return Fate.PREPARING;
        }
        return arrivedAt == null ? Fate.ON_THE_WAY : Fate.ARRIVED;
    }
}
