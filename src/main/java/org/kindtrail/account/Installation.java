package org.kindtrail.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** The installation itself: one row, with the secret that signs forms on every node. */
@Entity
class Installation {
    @Id
    private Integer id = 1;

    private String secret;
    private Instant createdAt;
    private Instant setUpAt;
    private String codeHash;

    protected Installation() {}

    Installation(String secret, Instant createdAt) {
        this.secret = secret;
        this.createdAt = createdAt;
    }

    String getSecret() {
        return secret;
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

    /** Somebody has set it up; the code is used up. */
    void setUp(Instant now) {
        setUpAt = now;
        codeHash = null;
    }
}
