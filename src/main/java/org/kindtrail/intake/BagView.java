package org.kindtrail.intake;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A bag as its page shows it.
 *
 * @param place where it lies, in words; null when it is not in the house any more
 * @param sorting the code of the sorting that stands on it; null when none does
 * @param bag whether it is a bag at all; every other lot has a page of another kind
 */
record BagView(
        String code,
        boolean bag,
        String donation,
        Instant receivedAt,
        String place,
        String sorting,
        DonationLot.State state,
        List<MovementLine> movements) {
    public String stateKey() {
        return "intake_lot_" + state.name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody can begin to sort it. */
    public boolean waits() {
        return state == DonationLot.State.HELD;
    }

    public boolean beingSorted() {
        return state == DonationLot.State.SORTING;
    }
}
