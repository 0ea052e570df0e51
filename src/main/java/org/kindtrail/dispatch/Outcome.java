package org.kindtrail.dispatch;

/**
 * What became of one line, from what was sent and what was counted. The goods that were sent are accounted for to the
 * last: {@code delivered + damaged + missing} is what was sent. What was counted beyond that was found.
 *
 * @param delivered of what was sent, arrived fit for use
 * @param damaged of what was sent, arrived and is of no use
 * @param missing of what was sent, did not arrive
 * @param surplus beyond what was sent, fit for use
 * @param surplusDamaged beyond what was sent, of no use
 */
record Outcome(long delivered, long damaged, long missing, long surplus, long surplusDamaged) {
    /** @param broken of the received, at most all of them; they count against what was sent first */
    static Outcome of(long sent, long received, long broken) {
        long arrived = Math.min(sent, received);
        long damaged = Math.min(arrived, broken);
        long beyond = received - arrived;
        long beyondDamaged = broken - damaged;
        return new Outcome(arrived - damaged, damaged, sent - arrived, beyond - beyondDamaged, beyondDamaged);
    }

    /** What the receiver can use. */
    long fit() {
        return delivered + surplus;
    }

    boolean asSent() {
        return damaged == 0 && missing == 0 && surplus == 0 && surplusDamaged == 0;
    }
}
