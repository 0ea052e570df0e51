package org.kindtrail.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** That somebody shows a code of their authenticator app when they sign in. The app's secret itself is sealed. */
@Entity
class SecondFactor {
    @Id
    private Long personId;

    private Instant activeSince;
    private long lastStep;
    private int wrong;
    private Instant pendingSince;
    private Long pendingAccess;

    protected SecondFactor() {}

    /** One that is being set up; it does not count yet. */
    SecondFactor(Long personId, Instant now, Long access) {
        this.personId = personId;
        this.pendingSince = now;
        this.pendingAccess = access;
    }

    Long getPersonId() {
        return personId;
    }

    Instant getActiveSince() {
        return activeSince;
    }

    long getLastStep() {
        return lastStep;
    }

    int getWrong() {
        return wrong;
    }

    Instant getPendingSince() {
        return pendingSince;
    }

    Long getPendingAccess() {
        return pendingAccess;
    }
}
