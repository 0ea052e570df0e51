package org.kindtrail.matching;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.need.NeedLine;

/** A line of a need in a plan, as it stood when the plan was made. */
@Entity
class PlanLine {
    /** How many needs, programmes or sizes a reason names. */
    static final int NAMED = 3;

    @Id
    @GeneratedValue(generator = "plan_line_seq")
    @SequenceGenerator(name = "plan_line_seq", sequenceName = "plan_line_seq", allocationSize = 500)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Plan plan;

    private int turn;

    @ManyToOne(fetch = FetchType.LAZY)
    private NeedLine needLine;

    private long met;
    private long wanted;
    private long proposed;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Why reason;

    private String named;
    private int namedMore;

    protected PlanLine() {}

    /**
     * @param turn the number of its need in the plan, from 1
     * @param named what the reason names; the first {@link #NAMED} are kept, and how many more there are
     */
    PlanLine(Plan plan, int turn, NeedLine needLine, long proposed, Why reason, List<String> named) {
        this.plan = plan;
        this.turn = turn;
        this.needLine = needLine;
        this.met = needLine.getQuantity() - needLine.missing();
        this.wanted = needLine.missing();
        this.proposed = proposed;
        this.reason = reason;
        this.named = String.join("|", named.subList(0, Math.min(NAMED, named.size())));
        this.namedMore = Math.max(0, named.size() - NAMED);
    }

    Long getId() {
        return id;
    }

    int getTurn() {
        return turn;
    }

    NeedLine getNeedLine() {
        return needLine;
    }

    long getMet() {
        return met;
    }

    long getWanted() {
        return wanted;
    }

    long getProposed() {
        return proposed;
    }

    Why getReason() {
        return reason;
    }

    List<String> getNamed() {
        return named.isEmpty() ? List.of() : List.of(named.split("\\|"));
    }

    int getNamedMore() {
        return namedMore;
    }
}
