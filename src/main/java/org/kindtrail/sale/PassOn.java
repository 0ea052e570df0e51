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
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;

/** Things given to another charity; what they are, the ledger says under its code. */
@Entity
public class PassOn {
    @Id
    @GeneratedValue(generator = "pass_on_seq")
    @SequenceGenerator(name = "pass_on_seq", sequenceName = "pass_on_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private String code;

    @ManyToOne(fetch = FetchType.LAZY)
    private Drive drive;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place fromPlace;

    private String partner;
    private boolean partnerPublic;
    private String remark;
    private Instant occurredAt;
    private Instant recordedAt;
    private Long recordedBy;
    private Instant reversedAt;

    protected PassOn() {}

    PassOn(Drive drive, Place from, String code, PassGoodsOn command, Instant occurredAt, Instant now, Long by) {
        this.organisationId = from.getOrganisationId();
        this.drive = drive;
        this.fromPlace = from;
        this.code = code;
        this.partner = command.partner().strip();
        this.partnerPublic = Boolean.TRUE.equals(command.partnerPublic());
        this.remark = command.remark() == null || command.remark().isBlank() ? null : command.remark().strip();
        this.occurredAt = occurredAt;
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

    /** The sale whose table it was left over from; null when it came from elsewhere. */
    Drive getDrive() {
        return drive;
    }

    Place getFromPlace() {
        return fromPlace;
    }

    String getPartner() {
        return partner;
    }

    /** Whether the partner's name may be told to those who are not of the organisation. */
    boolean isPartnerPublic() {
        return partnerPublic;
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
