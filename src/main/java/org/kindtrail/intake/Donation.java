package org.kindtrail.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.kindtrail.donor.Donor;
import org.kindtrail.drive.Drive;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;

/** A goods received note: what came in at once from one giver, for one drive, at one place. */
@Entity
public class Donation {
    /** How long a tracking code can be read again by the house, to write it on a slip. */
    static final Duration TRACKING_SHOWN = Duration.ofHours(1);

    @Id
    @GeneratedValue(generator = "donation_seq")
    @SequenceGenerator(name = "donation_seq", sequenceName = "donation_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;
    private String code;
    private String labelCode;

    @ManyToOne(fetch = FetchType.LAZY)
    private Drive drive;

    @ManyToOne(fetch = FetchType.LAZY)
    private Donor donor;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place place;

    private int trackingTurn;
    private String trackingHash;
    private Instant trackingMadeAt;
    private String remark;
    private Instant receivedAt;
    private Instant recordedAt;
    private Long recordedBy;
    private Instant reversedAt;

    protected Donation() {}

    Donation(Drive drive, Donor donor, Place place, String code, String remark, Instant receivedAt, Instant now, Long by) {
        this.organisationId = drive.getOrganisationId();
        this.drive = drive;
        this.donor = donor;
        this.place = place;
        this.code = code;
        this.remark = remark;
        this.receivedAt = receivedAt;
        this.recordedAt = now;
        this.recordedBy = by;
    }

    /** The whole donation bears a label that was printed beforehand. */
    void label(String label) {
        labelCode = label;
    }

    /** The donor gets a tracking code: the first, or a new one in place of the last, which opens nothing from now on. */
    String track(TrackingCodes codes, Instant now) {
        refuseIfReversed();
        trackingTurn++;
        String key = codes.of(code, trackingTurn);
        trackingHash = TrackingCodes.hash(key);
        trackingMadeAt = now;
        return key;
    }

    /** Whether the tracking code can still be read by people of the house. */
    boolean showsTracking(Instant now) {
        return reversedAt == null && now.isBefore(trackingMadeAt.plus(TRACKING_SHOWN));
    }

    /** It did not happen, or not like this. */
    void reverse(Instant now) {
        refuseIfReversed();
        reversedAt = now;
    }

    private void refuseIfReversed() {
        if (reversedAt != null) {
            throw new Refused("error_reversed_already", Map.of("document", code));
        }
    }

    public Long getId() {
        return id;
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    public String getCode() {
        return code;
    }

    /** The printed label on an itemised donation; null when it has none. A bag's label is the bag's own code. */
    public String getLabelCode() {
        return labelCode;
    }

    public Drive getDrive() {
        return drive;
    }

    /** Null when the giver stays unknown. */
    public Donor getDonor() {
        return donor;
    }

    /** Where it was put when it came in. */
    public Place getPlace() {
        return place;
    }

    int getTrackingTurn() {
        return trackingTurn;
    }

    public String getRemark() {
        return remark;
    }

    public Instant getReceivedAt() {
        return receivedAt;
    }

    public Instant getRecordedAt() {
        return recordedAt;
    }

    public Long getRecordedBy() {
        return recordedBy;
    }

    /** Null while it stands. */
    public Instant getReversedAt() {
        return reversedAt;
    }
}
