package org.kindtrail.round;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.dispatch.Dispatch;
import org.kindtrail.kernel.Refused;

/** Dispatches that one vehicle brings on one day, in their order. */
@Entity
public class DeliveryRound {
    /** The most stops that one vehicle makes. */
    static final int MOST_STOPS = 60;

    /** How far it has come. */
    @Schema(name = "RoundState")
    public enum State {
        /** It can still be changed. */
        @JsonProperty("planned")
        PLANNED,
        /** The vehicle is on its way. */
        @JsonProperty("departed")
        DEPARTED,
        /** It does not leave; its dispatches wait again. */
        @JsonProperty("cancelled")
        CANCELLED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @GeneratedValue(generator = "delivery_round_seq")
    @SequenceGenerator(name = "delivery_round_seq", sequenceName = "delivery_round_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private String code;

    @Column(name = "on_day")
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state = State.PLANNED;

    private String vehicle;
    private String driver;
    private String remark;
    private Instant plannedAt;
    private Long plannedBy;
    private Instant changedAt;
    private Instant departedAt;
    private Instant cancelledAt;

    @OneToMany(mappedBy = "round", cascade = CascadeType.PERSIST, orphanRemoval = true)
    @OrderBy("stop")
    private List<RoundStop> stops = new ArrayList<>();

    @Version
    private int version;

    protected DeliveryRound() {}

    DeliveryRound(Long organisationId, String code, Instant plannedAt, Long plannedBy) {
        this.organisationId = organisationId;
        this.code = code;
        this.plannedAt = plannedAt;
        this.plannedBy = plannedBy;
    }

    /**
     * Plans it anew: what is on it already moves to its new place in the order, the rest comes on or goes off.
     *
     * @param inOrder the dispatches, first stop first
     */
    void plan(PlanRound told, List<Dispatch> inOrder, Instant now) {
        mustBePlanned();
        day = told.day();
        vehicle = text(told.vehicle());
        driver = text(told.driver());
        remark = told.remark() == null ? "" : told.remark().strip();
        changedAt = now;
        stops.removeIf(stop -> !inOrder.contains(stop.getDispatch()));
        for (int i = 0; i < inOrder.size(); i++) {
            stopOf(inOrder.get(i)).come(i + 1);
        }
        stops.sort(java.util.Comparator.comparing(RoundStop::getStop));
    }

    private RoundStop stopOf(Dispatch dispatch) {
        return stops.stream().filter(stop -> stop.getDispatch().equals(dispatch)).findFirst().orElseGet(() -> {
            RoundStop added = new RoundStop(this, dispatch);
            stops.add(added);
            return added;
        });
    }

    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** The vehicle leaves. */
    void depart(Instant now) {
        mustBePlanned();
        state = State.DEPARTED;
        departedAt = now;
        changedAt = now;
    }

    /** It does not leave; its dispatches can go on another. */
    void cancel(Instant now) {
        mustBePlanned();
        state = State.CANCELLED;
        cancelledAt = now;
        changedAt = now;
        stops.forEach(RoundStop::letGo);
    }

    void mustBePlanned() {
        if (state != State.PLANNED) {
            throw new Refused("error_round_is_" + state.word(), Map.of("round", code));
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

    public LocalDate getDay() {
        return day;
    }

    public State getState() {
        return state;
    }

    /** Registration of the vehicle; its dispatches bear it when they leave. */
    public String getVehicle() {
        return vehicle;
    }

    /** Who drives; its dispatches bear it when they leave, and it is never public. */
    public String getDriver() {
        return driver;
    }

    public String getRemark() {
        return remark;
    }

    public Instant getPlannedAt() {
        return plannedAt;
    }

    public Long getPlannedBy() {
        return plannedBy;
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public Instant getDepartedAt() {
        return departedAt;
    }

    public Instant getCancelledAt() {
        return cancelledAt;
    }

    public List<RoundStop> getStops() {
        return stops;
    }

    public int getVersion() {
        return version;
    }
}
