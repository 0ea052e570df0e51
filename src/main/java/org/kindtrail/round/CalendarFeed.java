package org.kindtrail.round;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/** The private address by which a person's calendar program reads the calendar. */
@Entity
public class CalendarFeed {
    /** How long the address can be read after it was made. */
    static final Duration SHOWN = Duration.ofMinutes(15);

    @Id
    private Long personId;

    private Long organisationId;
    private int turn;
    private String keyHash;
    private Instant madeAt;

    @Version
    private Integer version;

    protected CalendarFeed() {}

    CalendarFeed(Long personId, Long organisationId) {
        this.personId = personId;
        this.organisationId = organisationId;
    }

    /** The turn that the next key has. */
    int nextTurn() {
        return turn + 1;
    }

    /** A new key; the one before opens nothing any more. */
    void make(String hash, Instant now) {
        turn++;
        keyHash = hash;
        madeAt = now;
    }

    /** The address opens nothing any more. The count stays, so that the next key is another. */
    void withdraw() {
        keyHash = null;
    }

    boolean isOpen() {
        return keyHash != null;
    }

    boolean showsKey(Instant now) {
        return isOpen() && now.isBefore(madeAt.plus(SHOWN));
    }

    public Long getPersonId() {
        return personId;
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    public int getTurn() {
        return turn;
    }

    public Instant getMadeAt() {
        return madeAt;
    }
}
