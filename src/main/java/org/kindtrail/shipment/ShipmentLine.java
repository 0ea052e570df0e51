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
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;

/** A box, pallet or freight container on a packing list, and what became of it. */
@Entity
public class ShipmentLine {
    /** What became of it. */
    @Schema(name = "ShipmentLineState")
    public enum State {
        /** On the list: at the sender's, or on the road. */
        @JsonProperty("on_list")
        ON_LIST,
        /** In the receiver's hands. */
        @JsonProperty("received")
        RECEIVED,
        /** It did not come with the rest. */
        @JsonProperty("missing")
        MISSING,
        /** Written off. */
        @JsonProperty("lost")
        LOST,
        /** It turned up, and waits to be received. */
        @JsonProperty("found")
        FOUND,
        /** It came back to the sender. */
        @JsonProperty("returned")
        RETURNED;

        /** As it stands in addresses, JSON and words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @GeneratedValue(generator = "shipment_line_seq")
    @SequenceGenerator(name = "shipment_line_seq", sequenceName = "shipment_line_seq", allocationSize = 100)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Shipment shipment;

    private long position;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place container;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place within;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state = State.ON_LIST;

    private boolean surplus;
    private boolean damaged;
    private String damage;

    @ManyToOne(fetch = FetchType.LAZY)
    private ShipmentReceipt receipt;

    private Instant receivedAt;
    private Long receivedBy;
    private Instant countedAt;
    private String loss;
    private String lossWhy;
    private Instant lostAt;
    private Long claimAmount;
    private String claimCurrency;
    private String claimNote;
    private Long awaitedId;

    protected ShipmentLine() {}

    ShipmentLine(Shipment shipment, long position, Place container, Place within) {
        this.shipment = shipment;
        this.position = position;
        this.container = container;
        this.within = within;
        this.awaitedId = container.getId();
    }

    /** It came, and was not on the list. */
    static ShipmentLine surplus(
            Shipment shipment, long position, Place container, ShipmentReceipt receipt, Instant now, Long by) {
        ShipmentLine line = new ShipmentLine(shipment, position, container, null);
        line.awaitedId = null;
        line.surplus = true;
        line.state = State.RECEIVED;
        line.receipt = receipt;
        line.receivedAt = now;
        line.receivedBy = by;
        return line;
    }

    /** Where it stands on the list, and in what, when the list is frozen. */
    void place(long at, Place in) {
        position = at;
        within = in;
    }

    /** Whether it can still be received. */
    boolean isAwaited() {
        return state == State.ON_LIST || state == State.MISSING || state == State.FOUND;
    }

    void damage(String note) {
        must(State.RECEIVED);
        damaged = true;
        damage = note;
    }

    void count(Instant now) {
        must(State.RECEIVED);
        if (countedAt != null) {
            throw new Refused("error_shipment_counted_already", Map.of("container", container.getCode()));
        }
        countedAt = now;
    }

    /** @param document by which what was in it was written off */
    void lose(String document, String why, Instant now) {
        must(State.MISSING);
        state = State.LOST;
        loss = document;
        lossWhy = why;
        lostAt = now;
        awaitedId = null;
    }

    /** It turned up. */
    void find() {
        must(State.LOST);
        state = State.FOUND;
        awaitedId = container.getId();
    }

    void claim(Money amount, String note) {
        if (loss == null && !damaged && state != State.MISSING) {
            throw new Refused("error_shipment_nothing_to_claim", Map.of("container", container.getCode()));
        }
        claimAmount = amount.minor();
        claimCurrency = amount.currency();
        claimNote = note;
    }

    private void must(State wanted) {
        if (state != wanted) {
            throw new Refused("error_shipment_box_is_" + state.word(), Map.of("container", container.getCode()));
        }
    }

    public Long getId() {
        return id;
    }

    public Shipment getShipment() {
        return shipment;
    }

    /** Where it stands on the packing list. */
    public long getPosition() {
        return position;
    }

    public Place getContainer() {
        return container;
    }

    /** In which container of the list it stood when it left; null: by itself. */
    public Place getWithin() {
        return within;
    }

    public State getState() {
        return state;
    }

    /** It came, and was not on the list. */
    public boolean isSurplus() {
        return surplus;
    }

    public boolean isDamaged() {
        return damaged;
    }

    public String getDamage() {
        return damage;
    }

    public ShipmentReceipt getReceipt() {
        return receipt;
    }

    public Instant getReceivedAt() {
        return receivedAt;
    }

    Long getReceivedBy() {
        return receivedBy;
    }

    public Instant getCountedAt() {
        return countedAt;
    }

    /** The document by which what was in it was written off; it stays when the box turns up. */
    public String getLoss() {
        return loss;
    }

    public String getLossWhy() {
        return lossWhy;
    }

    public Instant getLostAt() {
        return lostAt;
    }

    /** What the sender asks of a carrier or insurer; null: nothing. */
    public Money getClaim() {
        return claimAmount == null ? null : new Money(claimAmount, claimCurrency);
    }

    public String getClaimNote() {
        return claimNote;
    }
}
