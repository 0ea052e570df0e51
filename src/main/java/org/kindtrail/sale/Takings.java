package org.kindtrail.sale;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Map;
import org.kindtrail.drive.Drive;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Refused;

/** What was in the cash box, beside what the receipts since the count before add up to. */
@Entity
public class Takings {
    @Id
    @GeneratedValue(generator = "takings_seq")
    @SequenceGenerator(name = "takings_seq", sequenceName = "takings_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private String code;

    @ManyToOne(fetch = FetchType.LAZY)
    private Drive drive;

    private String currency;
    private long expected;
    private long counted;
    private long receipts;
    private String why;
    private Instant occurredAt;
    private Instant recordedAt;
    private Long recordedBy;
    private Instant reversedAt;

    protected Takings() {}

    Takings(Drive drive, String code, Money expected, Money counted, long receipts, String why, Instant now, Long by) {
        this.organisationId = drive.getOrganisationId();
        this.drive = drive;
        this.code = code;
        this.currency = expected.currency();
        this.expected = expected.minor();
        this.counted = counted.minor();
        this.receipts = receipts;
        this.why = why;
        this.occurredAt = now;
        this.recordedAt = now;
        this.recordedBy = by;
    }

    void reverse(Instant now) {
        if (reversedAt != null) {
            throw new Refused("error_reversed_already", Map.of("document", code));
        }
        reversedAt = now;
    }

    Long getId() {
        return id;
    }

    String getCode() {
        return code;
    }

    Drive getDrive() {
        return drive;
    }

    Money getExpected() {
        return new Money(expected, currency);
    }

    Money getCounted() {
        return new Money(counted, currency);
    }

    /** Counted less expected: below nothing when some is missing. */
    Money getDifference() {
        return getCounted().minus(getExpected());
    }

    long getReceipts() {
        return receipts;
    }

    String getWhy() {
        return why;
    }

    Instant getOccurredAt() {
        return occurredAt;
    }

    Instant getRecordedAt() {
        return recordedAt;
    }

    Long getRecordedBy() {
        return recordedBy;
    }

    Instant getReversedAt() {
        return reversedAt;
    }
}
