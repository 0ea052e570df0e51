package org.kindtrail.fund;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.kindtrail.kernel.Refused;

/** What all documents about money of funds have: a code, when it was, who wrote it down, and whether it was taken back. */
@MappedSuperclass
abstract class Act {
    private Long organisationId;
    private String code;
    private String remark;
    private Instant occurredAt;
    private Instant recordedAt;
    private Long recordedBy;
    private Instant reversedAt;

    protected Act() {}

    /** What stands at the head of a document. */
    record Head(Long organisation, String code, String remark, Instant occurredAt, Instant recordedAt, Long recordedBy) {}

    Act(Head head) {
        this.organisationId = head.organisation();
        this.code = head.code();
        this.remark = head.remark();
        this.occurredAt = head.occurredAt();
        this.recordedAt = head.recordedAt();
        this.recordedBy = head.recordedBy();
    }

    /** It did not happen, or not like this. */
    void reverse(Instant now) {
        refuseIfReversed();
        reversedAt = now;
    }

    void refuseIfReversed() {
        if (reversedAt != null) {
            throw new Refused("error_reversed_already", java.util.Map.of("document", code));
        }
    }

    abstract Long getId();

    String getCode() {
        return code;
    }

    String getRemark() {
        return remark;
    }

    Instant getOccurredAt() {
        return occurredAt;
    }

    Instant getRecordedAt() {
        return recordedAt;
    }

    /** Null while it stands. */
    Instant getReversedAt() {
        return reversedAt;
    }
}
