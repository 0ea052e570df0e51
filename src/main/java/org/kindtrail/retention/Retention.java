package org.kindtrail.retention;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;

/** What an organisation has set: how long sealed details stay, and whether the calendar erases them. */
@Entity
public class Retention {
    /** Months that hold until somebody sets others. */
    static final int USUAL = 12;

    @Id
    private Long organisationId;

    private int months = USUAL;
    private boolean byItself;

    @Version
    private int version;

    protected Retention() {}

    Retention(Long organisationId) {
        this.organisationId = organisationId;
    }

    void set(int newMonths, boolean newByItself) {
        months = newMonths;
        byItself = newByItself;
    }

    /** Who was last served then or before is due now. */
    Instant lastServedBy(Instant now, ZoneId zone) {
        return now.atZone(zone).minusMonths(months).toInstant();
    }

    /** Since when somebody is due who was last served then. */
    Instant dueSince(Instant lastServed, ZoneId zone) {
        return lastServed.atZone(zone).plusMonths(months).toInstant();
    }

    int getMonths() {
        return months;
    }

    boolean isByItself() {
        return byItself;
    }

    int getVersion() {
        return version;
    }
}
