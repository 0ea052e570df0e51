package org.kindtrail.dispatch;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Map;
import org.kindtrail.kernel.Refused;

/** The proof that a dispatch arrived: the document of what was counted. */
@Entity
public class Delivery {
    @Id
    @GeneratedValue(generator = "delivery_seq")
    @SequenceGenerator(name = "delivery_seq", sequenceName = "delivery_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;
    private String code;

    @ManyToOne(fetch = FetchType.LAZY)
    private Dispatch dispatch;

    // The dispatch's id while this stands; unique, so a dispatch has one confirmation that stands.
    private Long standingDispatchId;
    private Long confirmedBy;
    private boolean byRecipient;
    private String remark;
    private Instant occurredAt;
    private Instant recordedAt;
    private Instant reversedAt;

    // Where it went, as the recipient was then: figures by region are told by it.
    private String country;
    private String region;

    protected Delivery() {}

    Delivery(String code, Dispatch dispatch, Long confirmedBy, String remark, Instant occurredAt, Instant recordedAt) {
        this.organisationId = dispatch.getOrganisationId();
        this.code = code;
        this.dispatch = dispatch;
        this.standingDispatchId = dispatch.getId();
        this.confirmedBy = confirmedBy;
        this.remark = remark;
        this.occurredAt = occurredAt;
        this.recordedAt = recordedAt;
        this.country = dispatch.getRecipient().getCountry();
        this.region = dispatch.getRecipient().getRegion();
    }

    /** It was somebody of the recipient, who is signed in, and not the house. */
    void saidByRecipient() {
        byRecipient = true;
    }

    void reverse(Instant now) {
        if (standingDispatchId == null) {
            throw new Refused("error_reversed_already", Map.of("document", code));
        }
        standingDispatchId = null;
        reversedAt = now;
    }

    public Long getId() {
        return id;
    }

    public String getCode() {
        return code;
    }

    public Dispatch getDispatch() {
        return dispatch;
    }

    /** Whether somebody of the recipient, signed in, confirmed. */
    public boolean isByRecipient() {
        return byRecipient;
    }

    /** Who confirmed; null when the receiver's key did. */
    public Long getConfirmedBy() {
        return confirmedBy;
    }

    public String getRemark() {
        return remark;
    }

    public Instant getOccurredAt() {
        return occurredAt;
    }

    public Instant getRecordedAt() {
        return recordedAt;
    }

    public Instant getReversedAt() {
        return reversedAt;
    }
}
