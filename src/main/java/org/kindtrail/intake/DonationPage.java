package org.kindtrail.intake;

import java.util.List;
import org.kindtrail.account.History;

/**
 * What the page of a donation shows.
 *
 * @param trackingCode null when the hour in which it can be read again is over
 * @param mayReverse whether who looks may take it back
 */
public record DonationPage(
        DonationView donation,
        String trackingCode,
        List<MovementLine> movements,
        List<History.Entry> history,
        boolean mayReverse) {}
