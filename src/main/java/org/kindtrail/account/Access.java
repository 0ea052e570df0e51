package org.kindtrail.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A way in: a browser's session or a program's personal access token. Only the hash of its secret is known. */
@Entity
class Access {
    enum Kind {
        SESSION,
        TOKEN
    }

    @Id
    @GeneratedValue(generator = "access_seq")
    @SequenceGenerator(name = "access_seq", sequenceName = "access_seq", allocationSize = 10)
    private Long id;

    private Long personId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Kind kind;

    private String hash;
    private String label;
    private Instant createdAt;
    private Instant expiresAt;
    private Instant endedAt;
    private Instant lastSeenAt;

    protected Access() {}

    Access(Long personId, Kind kind, String hash, String label, Instant createdAt, Instant expiresAt) {
        this.personId = personId;
        this.kind = kind;
        this.hash = hash;
        this.label = label;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
        this.lastSeenAt = createdAt;
    }

    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    Long getId() {
        return id;
    }

    /** What it is called outside: enough of the hash to tell it from all others, and nothing that opens a door. */
    String publicName() {
        return hash.substring(0, 16);
    }

    Long getPersonId() {
        return personId;
    }

    Kind getKind() {
        return kind;
    }

    String getLabel() {
        return label;
    }

    Instant getCreatedAt() {
        return createdAt;
    }

    Instant getExpiresAt() {
        return expiresAt;
    }

    /** When it was last used, give or take the few minutes in which that is not written down again. */
    Instant getLastSeenAt() {
        return lastSeenAt;
    }

    Instant getEndedAt() {
        return endedAt;
    }
}
