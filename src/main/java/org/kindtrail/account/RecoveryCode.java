package org.kindtrail.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A code on paper that stands in for the app once; only its keyed hash is known. */
@Entity
class RecoveryCode {
    @Id
    private String hash;

    private Long personId;
    private Instant usedAt;

    protected RecoveryCode() {}

    RecoveryCode(String hash, Long personId) {
        this.hash = hash;
        this.personId = personId;
    }

    Long getPersonId() {
        return personId;
    }

    Instant getUsedAt() {
        return usedAt;
    }
}
