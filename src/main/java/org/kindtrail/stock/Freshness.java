package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.kindtrail.web.Frame;

/**
 * Decides what is past its day, in this one place: what is given, packed, worked on or sold is of use today. What is not can
 * still be seen, held, moved, counted and let go.
 */
@ApplicationScoped
public class Freshness {
    /** Of the lot {@code l} in a query; {@code :today} is {@link #today}. */
    public static final String JPQL = " and (l.expiresOn is null or l.expiresOn >= :today)";

    /** The same in SQL. */
    public static final String SQL = " and (l.expires_on is null or l.expires_on >= :today)";

    private final Clock clock;
    private final Frame frame;

    Freshness(Clock clock, Frame frame) {
        this.clock = clock;
        this.frame = frame;
    }

    /** The day that it is in the organisation. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), frame.getZone());
    }

    /** Whether the lot is of use today. */
    public boolean isOfUse(Lot lot) {
        return isOfUse(lot.getExpiresOn());
    }

    /** @param last the last day of use; null: it does not grow old */
    public boolean isOfUse(LocalDate last) {
        return last == null || !last.isBefore(today());
    }
}
