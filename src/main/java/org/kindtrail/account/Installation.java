package org.kindtrail.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Set;

/** The installation itself: one row, with the hash of its secret. */
@Entity
class Installation {
    @Id
    private Integer id = 1;

    private String secretHash;
    private Instant createdAt;
    private Instant setUpAt;
    private String codeHash;
    private String secondFactorRoles = "";

    protected Installation() {}

    Installation(String secretHash, Instant createdAt) {
        this.secretHash = secretHash;
        this.createdAt = createdAt;
    }

    boolean hasSecret(String hash) {
        return secretHash.equals(hash);
    }

    boolean isSetUp() {
        return setUpAt != null;
    }

    /** The code that opens the set-up, by its hash. */
    void expect(String hash) {
        codeHash = hash;
    }

    String getCodeHash() {
        return codeHash;
    }

    /** The roles that need a second factor. */
    Set<Role> getSecondFactorRoles() {
        return Person.rolesIn(secondFactorRoles);
    }

    void requireSecondFactor(Set<Role> roles) {
        secondFactorRoles = Person.names(roles);
    }

    /** Somebody has set it up; the code is used up. */
    void setUp(Instant now) {
        setUpAt = now;
        codeHash = null;
    }
}
