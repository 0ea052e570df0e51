package org.kindtrail.workshop;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.drive.Drive;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;

/** Goods changed shape in the workshop: the document of one conversion. */
@Entity
public class Work {
    @Id
    @GeneratedValue(generator = "work_seq")
    @SequenceGenerator(name = "work_seq", sequenceName = "work_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;
    private String code;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private WorkKind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    private Kit kit;

    @ManyToOne(fetch = FetchType.LAZY)
    private Drive drive;

    @ManyToOne(fetch = FetchType.LAZY)
    private Work packedBy;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place place;

    private Long quantity;
    private String remark;
    private Instant occurredAt;
    private Instant recordedAt;
    private Long recordedBy;
    private Instant reversedAt;

    protected Work() {}

    Work(Long organisationId, String code, WorkKind kind, Place place, String remark, Instant occurredAt) {
        this.organisationId = organisationId;
        this.code = code;
        this.kind = kind;
        this.place = place;
        this.remark = remark == null ? "" : remark.strip();
        this.occurredAt = occurredAt;
    }

    Work recorded(Instant at, Long by) {
        recordedAt = at;
        recordedBy = by;
        return this;
    }

    /** Kits were packed by the recipe. */
    Work packing(Kit recipe, long kits) {
        kit = recipe;
        quantity = kits;
        return this;
    }

    /** Kits that the other work packed were opened. */
    Work opening(Work packing, long kits) {
        packedBy = packing;
        return packing(packing.kit, kits);
    }

    Work stepOf(Drive workshop) {
        drive = workshop;
        return this;
    }

    Work grading(long ofTheLot) {
        quantity = ofTheLot;
        return this;
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

    WorkKind getKind() {
        return kind;
    }

    /** Of packing and opening; else null. */
    Kit getKit() {
        return kit;
    }

    /** Of a step of a workshop; else null. */
    Drive getDrive() {
        return drive;
    }

    /** Of an opening: the work that packed the kits; else null. */
    Work getPackedBy() {
        return packedBy;
    }

    Place getPlace() {
        return place;
    }

    /** Kits packed or opened, or what was graded of a lot; null of a step. */
    Long getQuantity() {
        return quantity;
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

    Long getRecordedBy() {
        return recordedBy;
    }

    Instant getReversedAt() {
        return reversedAt;
    }
}
