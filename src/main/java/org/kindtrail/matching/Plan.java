package org.kindtrail.matching;

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
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.kernel.Refused;
import org.kindtrail.need.Urgency;
import org.kindtrail.programme.Programme;

/** A proposal of what is promised to which needs. Nothing is promised until it is confirmed. */
@Entity
class Plan {
    @Id
    @GeneratedValue(generator = "plan_seq")
    @SequenceGenerator(name = "plan_seq", sequenceName = "plan_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private String code;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private PlanState state = PlanState.PROPOSED;

    @ManyToOne(fetch = FetchType.LAZY)
    private Programme programme;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Urgency urgency;

    private String region;
    private boolean chosen;
    private int needs;
    private int linesAll;
    private int linesSome;
    private int linesNone;
    private long wanted;
    private long proposed;
    private Instant madeAt;
    private Long madeBy;
    private Instant endedAt;
    private Long endedBy;

    @Version
    private int version;

    protected Plan() {}

    /**
     * @param programme null: whatever the needs are charged to
     * @param urgency null: however urgent
     * @param region null: wherever
     * @param chosen whether needs were picked out one by one
     */
    Plan(Long organisationId, String code, Programme programme, Urgency urgency, String region, boolean chosen, Instant madeAt, Long madeBy) {
        this.organisationId = organisationId;
        this.code = code;
        this.programme = programme;
        this.urgency = urgency;
        this.region = region;
        this.chosen = chosen;
        this.madeAt = madeAt;
        this.madeBy = madeBy;
    }

    /** One more line is in it. */
    void count(int turn, long wantedOfIt, long proposedOfIt) {
        needs = Math.max(needs, turn);
        wanted += wantedOfIt;
        proposed += proposedOfIt;
        if (proposedOfIt == wantedOfIt) {
            linesAll++;
        } else if (proposedOfIt > 0) {
            linesSome++;
        } else {
            linesNone++;
        }
    }

    /** @throws Refused when it has ended, or somebody else changed it since it was looked at */
    void mustStandAs(Long lookedAt) {
        if (state != PlanState.PROPOSED) {
            throw new Refused(
                    state == PlanState.CONFIRMED ? "error_matching_confirmed" : "error_matching_dropped", Map.of("plan", code));
        }
        if (lookedAt != version) {
            throw new Refused("error_changed_meanwhile");
        }
    }

    /** It ends, as confirmed or dropped. */
    void end(PlanState how, Instant now, Long by) {
        state = how;
        endedAt = now;
        endedBy = by;
    }

    Long getId() {
        return id;
    }

    String getCode() {
        return code;
    }

    PlanState getState() {
        return state;
    }

    Programme getProgramme() {
        return programme;
    }

    Urgency getUrgency() {
        return urgency;
    }

    String getRegion() {
        return region;
    }

    boolean isChosen() {
        return chosen;
    }

    int getNeeds() {
        return needs;
    }

    int getLinesAll() {
        return linesAll;
    }

    int getLinesSome() {
        return linesSome;
    }

    int getLinesNone() {
        return linesNone;
    }

    long getWanted() {
        return wanted;
    }

    long getProposed() {
        return proposed;
    }

    Instant getMadeAt() {
        return madeAt;
    }

    Long getMadeBy() {
        return madeBy;
    }

    Instant getEndedAt() {
        return endedAt;
    }

    Long getEndedBy() {
        return endedBy;
    }

    int getVersion() {
        return version;
    }
}
