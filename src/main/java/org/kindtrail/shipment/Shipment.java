package org.kindtrail.shipment;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.account.Organisation;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;

/**
 * Goods from one organisation to another. The sender proposes and packs it, the receiver agrees and receives it; both see it.
 * What was on it when it left is its packing list, and every box of that is accounted for before it is closed.
 */
@Entity
public class Shipment {
    /** How far it has come. */
    @Schema(name = "ShipmentState")
    public enum State {
        /** The receiver has not answered yet. */
        @JsonProperty("proposed")
        PROPOSED,
        /** The receiver waits for it. */
        @JsonProperty("agreed")
        AGREED,
        /** The receiver does not want it. */
        @JsonProperty("declined")
        DECLINED,
        /** It does not leave. */
        @JsonProperty("cancelled")
        CANCELLED,
        /** On its way. */
        @JsonProperty("departed")
        DEPARTED,
        /** Where it was to go, and perhaps being received. */
        @JsonProperty("arrived")
        ARRIVED,
        /** Everything that came was received. */
        @JsonProperty("received")
        RECEIVED,
        /** Every difference is accounted for. */
        @JsonProperty("closed")
        CLOSED,
        /** It came back to the sender. */
        @JsonProperty("returned")
        RETURNED;

        /** As it stands in addresses, JSON and words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How long a key can be read and printed after it was made, by who made it. */
    static final Duration KEY_SHOWN = Duration.ofMinutes(15);

    @Id
    @GeneratedValue(generator = "shipment_seq")
    @SequenceGenerator(name = "shipment_seq", sequenceName = "shipment_seq", allocationSize = 10)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Organisation organisation;

    private String code;

    @ManyToOne(fetch = FetchType.LAZY)
    private Organisation receiver;

    @ManyToOne(fetch = FetchType.LAZY)
    private Partner partner;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state = State.PROPOSED;

    private String about;
    private String remark;
    private LocalDate plannedDeparture;
    private LocalDate plannedArrival;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place consignment;

    private Instant proposedAt;
    private Instant agreedAt;
    private Instant departedAt;
    private Instant listedAt;
    private Instant arrivedAt;
    private Instant receivedAt;
    private Instant endedAt;
    private int keyTurn;
    private String handoverHash;
    private Instant keyMadeAt;
    private Long keyMadeBy;

    @Version
    private int version;

    protected Shipment() {}

    /** Exactly one of receiver and partner is there. */
    Shipment(Organisation sender, String code, Organisation receiver, Partner partner, Instant now) {
        this.organisation = sender;
        this.code = code;
        this.receiver = receiver;
        this.partner = partner;
        this.proposedAt = now;
    }

    /** What is planned; before it leaves. */
    void describe(String whatAbout, String ownRemark, LocalDate leaves, LocalDate arrives) {
        mustNotHaveLeft();
        about = whatAbout == null ? "" : whatAbout.strip();
        remark = ownRemark == null ? "" : ownRemark.strip();
        plannedDeparture = leaves;
        plannedArrival = arrives;
    }

    void agree(Instant now) {
        must(State.PROPOSED);
        state = State.AGREED;
        agreedAt = now;
    }

    void decline(Instant now) {
        must(State.PROPOSED);
        end(State.DECLINED, now);
    }

    void cancel(Instant now) {
        mustNotHaveLeft();
        end(State.CANCELLED, now);
    }

    /** It leaves. */
    void depart(Place as, Instant when) {
        must(State.AGREED);
        state = State.DEPARTED;
        consignment = as;
        departedAt = when;
        listedAt = when;
    }

    /** Its boxes are under the lock: what they hold now is what the packing list says. */
    void freeze(Instant now) {
        listedAt = now;
    }

    void arrive(Instant when) {
        must(State.DEPARTED);
        state = State.ARRIVED;
        arrivedAt = when;
    }

    /** Everything that came was received. */
    void receive(Instant now) {
        mustBeOnItsWay();
        state = State.RECEIVED;
        receivedAt = now;
    }

    /** What had not been received came back to the sender. */
    void comeBack(boolean someWasReceived, Instant now) {
        mustTakeBoxes();
        if (state == State.RECEIVED) {
            return;
        }
        if (someWasReceived) {
            state = State.RECEIVED;
            receivedAt = now;
        } else {
            end(State.RETURNED, now);
            consignment.close();
        }
    }

    /** Every difference is accounted for. */
    void close(Instant now) {
        must(State.RECEIVED);
        end(State.CLOSED, now);
        consignment.close();
    }

    /** Something that was lost turned up: it waits to be received. */
    void reopen() {
        must(State.CLOSED);
        state = State.RECEIVED;
        endedAt = null;
        consignment.reopen();
    }

    private void end(State as, Instant now) {
        state = as;
        endedAt = now;
    }

    /** A key for a receiver without an account; the one before opens nothing any more. */
    void handKey(String hash, Instant now, Long by) {
        mustBeOnItsWay();
        keyTurn++;
        handoverHash = hash;
        keyMadeAt = now;
        keyMadeBy = by;
    }

    /** Whether this person has made the key just now and may still read it. */
    boolean showsKeyTo(Long person, Instant now) {
        return isOnItsWay()
                && handoverHash != null
                && keyMadeBy.equals(person)
                && now.isBefore(keyMadeAt.plus(KEY_SHOWN));
    }

    void must(State wanted) {
        if (state != wanted) {
            throw standsAs();
        }
    }

    void mustNotHaveLeft() {
        if (state != State.PROPOSED && state != State.AGREED) {
            throw standsAs();
        }
    }

    boolean isOnItsWay() {
        return state == State.DEPARTED || state == State.ARRIVED;
    }

    void mustBeOnItsWay() {
        if (!isOnItsWay()) {
            throw standsAs();
        }
    }

    /** Boxes that had been missing may come when everything else has been received. */
    void mustTakeBoxes() {
        if (!isOnItsWay() && state != State.RECEIVED) {
            throw standsAs();
        }
    }

    /** What is asked for does not fit how it stands, and the words say how it stands. */
    private Refused standsAs() {
        return new Refused("error_shipment_is_" + state.word(), Map.of("shipment", code));
    }

    boolean isSentBy(Long someOrganisation) {
        return organisation.getId().equals(someOrganisation);
    }

    public Long getId() {
        return id;
    }

    /** Who sends. */
    public Organisation getOrganisation() {
        return organisation;
    }

    public String getCode() {
        return code;
    }

    /** Who receives; null when that is a partner without an account. */
    public Organisation getReceiver() {
        return receiver;
    }

    /** Who receives without an account; null when the receiver is an organisation of the installation. */
    public Partner getPartner() {
        return partner;
    }

    public String receiverName() {
        return receiver == null ? partner.getName() : receiver.getName();
    }

    public String receiverCode() {
        return receiver == null ? partner.getCode() : receiver.getCode();
    }

    public String receiverCountry() {
        return receiver == null ? partner.getCountry() : receiver.getCountry();
    }

    public State getState() {
        return state;
    }

    /** What it is, for both. */
    public String getAbout() {
        return about;
    }

    /** For the sender alone. */
    public String getRemark() {
        return remark;
    }

    public LocalDate getPlannedDeparture() {
        return plannedDeparture;
    }

    public LocalDate getPlannedArrival() {
        return plannedArrival;
    }

    /** Where its boxes are while they travel; null before departure. */
    public Place getConsignment() {
        return consignment;
    }

    public Instant getProposedAt() {
        return proposedAt;
    }

    public Instant getAgreedAt() {
        return agreedAt;
    }

    public Instant getDepartedAt() {
        return departedAt;
    }

    /** What was in the boxes until this moment is the packing list; null before departure. */
    public Instant getListedAt() {
        return listedAt;
    }

    public Instant getArrivedAt() {
        return arrivedAt;
    }

    public Instant getReceivedAt() {
        return receivedAt;
    }

    /** Closed, cancelled, declined or returned. */
    public Instant getEndedAt() {
        return endedAt;
    }

    int getKeyTurn() {
        return keyTurn;
    }

    public int getVersion() {
        return version;
    }
}
