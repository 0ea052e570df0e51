package org.kindtrail.stocktake;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.kernel.Refused;

/** Goods that leave the house for no one: let go or lost, with the reason. */
@Entity
public class WriteOff {
    @Id
    @GeneratedValue(generator = "write_off_seq")
    @SequenceGenerator(name = "write_off_seq", sequenceName = "write_off_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private String code;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private WriteOffState state;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private WriteOffCause cause;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private WriteOffCause.Destination destination;

    private String why;
    private String foundWhere;
    private String documents;
    private String disposal;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SecondPerson needs;

    private Instant occurredAt;
    private Instant recordedAt;
    private Long recordedBy;
    private Instant decidedAt;
    private Long decidedBy;
    private Instant reversedAt;

    @Version
    private int version;

    protected WriteOff() {}

    /** Who wrote it down, and when. */
    record Recorded(Long organisation, String code, Instant occurredAt, Instant now, Long by) {}

    /** @param needs why a second person looks at it; null: nobody has to, and it is posted */
    WriteOff(Recorded recorded, WriteOffGoods command, SecondPerson needs) {
        this.organisationId = recorded.organisation();
        this.code = recorded.code();
        this.occurredAt = recorded.occurredAt();
        this.recordedAt = recorded.now();
        this.recordedBy = recorded.by();
        this.state = needs == null ? WriteOffState.POSTED : WriteOffState.PROPOSED;
        this.needs = needs;
        this.cause = command.cause();
        this.destination = command.destination() == null ? command.cause().usual() : command.destination();
        this.why = text(command.why());
        this.foundWhere = text(command.foundWhere());
        this.documents = text(command.documents());
        this.disposal = text(command.disposal());
    }

    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** The second person agrees. */
    void approve(Instant now, Long by) {
        refuseUnlessProposed();
        if (by.equals(recordedBy)) {
            throw is("error_stocktake_off_own");
        }
        decide(WriteOffState.POSTED, now, by);
    }

    /** The second person disagrees, or who proposed it takes it back. */
    void decline(Instant now, Long by) {
        refuseUnlessProposed();
        decide(WriteOffState.DECLINED, now, by);
    }

    private void refuseUnlessProposed() {
        if (state != WriteOffState.PROPOSED) {
            throw is("error_stocktake_off_decided");
        }
    }

    private void decide(WriteOffState how, Instant now, Long by) {
        state = how;
        decidedAt = now;
        decidedBy = by;
    }

    void reverse(Instant now) {
        if (state != WriteOffState.POSTED) {
            throw is("error_stocktake_off_not_posted");
        }
        if (reversedAt != null) {
            throw new Refused("error_reversed_already", Map.of("document", code));
        }
        reversedAt = now;
    }

    private Refused is(String key) {
        return new Refused(key, Map.of("document", code, "state", state.word()));
    }

    Long getId() {
        return id;
    }

    String getCode() {
        return code;
    }

    WriteOffState getState() {
        return state;
    }

    WriteOffCause getCause() {
        return cause;
    }

    WriteOffCause.Destination getDestination() {
        return destination;
    }

    String getWhy() {
        return why;
    }

    String getFoundWhere() {
        return foundWhere;
    }

    String getDocuments() {
        return documents;
    }

    String getDisposal() {
        return disposal;
    }

    /** Why a second person looks at it; null: nobody has to. */
    SecondPerson getNeeds() {
        return needs;
    }

    /** When it was noticed. */
    Instant getOccurredAt() {
        return occurredAt;
    }

    Instant getRecordedAt() {
        return recordedAt;
    }

    Long getRecordedBy() {
        return recordedBy;
    }

    Instant getDecidedAt() {
        return decidedAt;
    }

    Long getDecidedBy() {
        return decidedBy;
    }

    Instant getReversedAt() {
        return reversedAt;
    }
}
