package org.kindtrail.stock;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.place.Place;

/**
 * A promise of a quantity of a lot at a place; what it is for is opaque here (the line of a need). A hold is one too, for
 * nobody: {@link #HELD}.
 */
@Entity
public class Allocation {
    /** The purpose of what is set apart for nobody; its code is the hold's. */
    public static final Long HELD = 0L;

    /** Pending until the goods leave for what was promised (posted) or the promise is taken back (voided). */
    @Schema(name = "AllocationState")
    public enum State {
        @com.fasterxml.jackson.annotation.JsonProperty("pending")
        PENDING,
        @com.fasterxml.jackson.annotation.JsonProperty("posted")
        POSTED,
        @com.fasterxml.jackson.annotation.JsonProperty("voided")
        VOIDED
    }

    @Id
    @GeneratedValue(generator = "allocation_seq")
    @SequenceGenerator(name = "allocation_seq", sequenceName = "allocation_seq", allocationSize = 100)
    private Long id;

    private Long organisationId;
    private String code;
    private Long purpose;
    private String purposeCode;

    @ManyToOne(fetch = FetchType.LAZY)
    private Lot lot;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place place;

    private long quantity;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state = State.PENDING;

    private Instant madeAt;
    private Long madeBy;
    private Instant endedAt;
    private Instant expiresAt;

    protected Allocation() {}

    Allocation(Long organisationId, String code, Promise promise, Instant madeAt, Long madeBy) {
        this.organisationId = organisationId;
        this.code = code;
        this.purpose = promise.purpose();
        this.purposeCode = promise.purposeCode();
        this.lot = promise.lot();
        this.place = promise.place();
        this.quantity = promise.quantity();
        this.madeAt = madeAt;
        this.madeBy = madeBy;
        this.expiresAt = promise.until();
    }

    void end(State how, Instant now) {
        if (state != State.PENDING) {
            throw new IllegalStateException(code + " has ended already");
        }
        state = how;
        endedAt = now;
    }

    /** @param until when it is taken back by itself; null: never */
    void keep(Instant until) {
        expiresAt = until;
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

    /** The id of what it is promised to. */
    public Long getPurpose() {
        return purpose;
    }

    /** The code by which people know what it is promised to. */
    public String getPurposeCode() {
        return purposeCode;
    }

    /** Whether it is set apart for nobody. */
    public boolean isHold() {
        return HELD.equals(purpose);
    }

    public Lot getLot() {
        return lot;
    }

    public Place getPlace() {
        return place;
    }

    public long getQuantity() {
        return quantity;
    }

    public State getState() {
        return state;
    }

    /** When it is taken back by itself, unless the goods have left or lie ready; null: never. */
    public Instant getExpiresAt() {
        return expiresAt;
    }

    public Instant getMadeAt() {
        return madeAt;
    }

    public Long getMadeBy() {
        return madeBy;
    }
}
