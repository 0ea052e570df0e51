package org.kindtrail.round;

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
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.dispatch.Dispatch;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;

/** A dispatch is fetched at a site at an hour. It says nothing of who comes. */
@Entity
public class Appointment {
    /** What became of it. */
    @Schema(name = "AppointmentState")
    public enum State {
        /** It is to come. */
        @JsonProperty("booked")
        BOOKED,
        /** Somebody came. */
        @JsonProperty("kept")
        KEPT,
        /** Nobody came. */
        @JsonProperty("missed")
        MISSED,
        /** It was called off. */
        @JsonProperty("cancelled")
        CANCELLED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @GeneratedValue(generator = "appointment_seq")
    @SequenceGenerator(name = "appointment_seq", sequenceName = "appointment_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private String code;

    @ManyToOne(fetch = FetchType.LAZY)
    private Dispatch dispatch;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place site;

    private Instant startsAt;
    private Instant endsAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state = State.BOOKED;

    private Long standingId;
    private Instant bookedAt;
    private Instant changedAt;

    @Version
    private int version;

    protected Appointment() {}

    Appointment(Long organisationId, String code, Dispatch dispatch, Place site, Slot slot, Instant now) {
        this.organisationId = organisationId;
        this.code = code;
        this.dispatch = dispatch;
        this.standingId = dispatch.getId();
        this.bookedAt = now;
        move(site, slot, now);
    }

    /** It comes at another hour, or at another site. */
    void move(Place to, Slot slot, Instant now) {
        mustBeBooked();
        site = to;
        startsAt = slot.startsAt();
        endsAt = slot.endsAt();
        changedAt = now;
    }

    /** It ends in one of the ways in which it can. */
    void end(State how, Instant now) {
        mustBeBooked();
        state = how;
        standingId = null;
        changedAt = now;
    }

    void mustBeBooked() {
        if (state != State.BOOKED) {
            throw new Refused("error_round_appointment_" + state.word(), Map.of("appointment", code));
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

    public Dispatch getDispatch() {
        return dispatch;
    }

    public Place getSite() {
        return site;
    }

    public Instant getStartsAt() {
        return startsAt;
    }

    public Instant getEndsAt() {
        return endsAt;
    }

    public State getState() {
        return state;
    }

    public Instant getBookedAt() {
        return bookedAt;
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public int getVersion() {
        return version;
    }
}
