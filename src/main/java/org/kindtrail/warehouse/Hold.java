package org.kindtrail.warehouse;

import jakarta.persistence.CascadeType;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.kernel.Refused;
import org.kindtrail.stock.Allocation;

/** Goods set apart and available to nobody until they are released, whole or in parts (GS1: holding). */
@Entity
public class Hold {
    @Id
    @GeneratedValue(generator = "hold_seq")
    @SequenceGenerator(name = "hold_seq", sequenceName = "hold_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;
    private String code;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private HoldKind kind;

    private String why;
    private Instant madeAt;
    private Long madeBy;
    private Instant releasedAt;
    private Long releasedBy;
    private String outcome;

    @Version
    private int version;

    @OneToMany(mappedBy = "hold", cascade = CascadeType.PERSIST)
    @OrderBy("line")
    private List<HoldLine> lines = new ArrayList<>();

    protected Hold() {}

    Hold(Long organisationId, String code, HoldKind kind, String why, Instant madeAt, Long madeBy) {
        this.organisationId = organisationId;
        this.code = code;
        this.kind = kind;
        this.why = why;
        this.madeAt = madeAt;
        this.madeBy = madeBy;
    }

    void add(Allocation allocation) {
        lines.add(new HoldLine(this, lines.size() + 1, allocation));
    }

    void mustStand() {
        if (!isStanding()) {
            throw new Refused("error_warehouse_hold_released", Map.of("hold", code));
        }
    }

    /** The last of it was released; the caller has seen that nothing is held under it any more. */
    void release(Instant now, Long by, String whatCameOfIt) {
        mustStand();
        releasedAt = now;
        releasedBy = by;
        outcome = whatCameOfIt;
    }

    public boolean isStanding() {
        return releasedAt == null;
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

    public HoldKind getKind() {
        return kind;
    }

    public String getWhy() {
        return why;
    }

    public Instant getMadeAt() {
        return madeAt;
    }

    public Long getMadeBy() {
        return madeBy;
    }

    /** When the last of it was released; null while something is held. */
    public Instant getReleasedAt() {
        return releasedAt;
    }

    public Long getReleasedBy() {
        return releasedBy;
    }

    /** What came of it; null while something is held. */
    public String getOutcome() {
        return outcome;
    }

    List<HoldLine> getLines() {
        return lines;
    }
}
