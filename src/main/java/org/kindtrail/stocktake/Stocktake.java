package org.kindtrail.stocktake;

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
import org.kindtrail.place.Place;

/** A count of a place, or of an item, by people who do not see what is expected; another person approves it. */
@Entity
public class Stocktake {
    @Id
    @GeneratedValue(generator = "stocktake_seq")
    @SequenceGenerator(name = "stocktake_seq", sequenceName = "stocktake_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private String code;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place place;

    private Long itemId;
    private String remark;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private StocktakeState state = StocktakeState.OPEN;

    private int turns;
    private Instant openedAt;
    private Long openedBy;
    private Instant countedAt;
    private Long countedBy;
    private Instant endedAt;
    private Long endedBy;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Uncounted uncounted;

    private Instant reversedAt;

    @Version
    private int version;

    protected Stocktake() {}

    Stocktake(Long organisation, String code, Place place, Long item, String remark, Instant now, Long by) {
        this.organisationId = organisation;
        this.code = code;
        this.place = place;
        this.itemId = item;
        this.remark = remark;
        this.openedAt = now;
        this.openedBy = by;
    }

    /** @throws Refused when nobody counts any more */
    void refuseUnlessOpen() {
        if (state != StocktakeState.OPEN) {
            throw is("error_stocktake_not_open");
        }
    }

    private Refused is(String key) {
        return new Refused(key, Map.of("stocktake", code, "state", state.word()));
    }

    /** The number of the next count; the caller has locked this row, so no two have the same. */
    int nextTurn() {
        return ++turns;
    }

    /** It is handed in. */
    void submit(Instant now, Long by) {
        refuseUnlessOpen();
        if (turns == 0) {
            throw is("error_stocktake_nothing_counted");
        }
        state = StocktakeState.COUNTED;
        countedAt = now;
        countedBy = by;
    }

    /** @throws Refused when it is not handed in, or approved or cancelled already */
    void refuseUnlessCounted() {
        if (state != StocktakeState.COUNTED) {
            throw is("error_stocktake_not_counted");
        }
    }

    /** Something is to be counted again. */
    void reopen() {
        refuseUnlessCounted();
        state = StocktakeState.OPEN;
        countedAt = null;
        countedBy = null;
    }

    /** @param said what the approver says of what nobody counted; null: there was nothing */
    void approve(Uncounted said, Instant now, Long by) {
        refuseUnlessCounted();
        uncounted = said;
        end(StocktakeState.APPROVED, now, by);
    }

    void cancel(Instant now, Long by) {
        if (state != StocktakeState.OPEN && state != StocktakeState.COUNTED) {
            throw is("error_stocktake_ended");
        }
        end(StocktakeState.CANCELLED, now, by);
    }

    private void end(StocktakeState how, Instant now, Long by) {
        state = how;
        endedAt = now;
        endedBy = by;
    }

    /** What was posted is taken back. */
    void reverse(Instant now) {
        if (state != StocktakeState.APPROVED) {
            throw is("error_stocktake_not_approved");
        }
        if (reversedAt != null) {
            throw new Refused("error_reversed_already", Map.of("document", code));
        }
        reversedAt = now;
    }

    Long getId() {
        return id;
    }

    Long getOrganisationId() {
        return organisationId;
    }

    String getCode() {
        return code;
    }

    /** The site, shelf or container that is counted with all that stands in it; null: an item, everywhere. */
    Place getPlace() {
        return place;
    }

    /** Only this item; null: whatever lies there. */
    Long getItemId() {
        return itemId;
    }

    String getRemark() {
        return remark;
    }

    StocktakeState getState() {
        return state;
    }

    int getTurns() {
        return turns;
    }

    Instant getOpenedAt() {
        return openedAt;
    }

    Long getOpenedBy() {
        return openedBy;
    }

    Instant getCountedAt() {
        return countedAt;
    }

    Long getCountedBy() {
        return countedBy;
    }

    /** When it was approved or cancelled. */
    Instant getEndedAt() {
        return endedAt;
    }

    Long getEndedBy() {
        return endedBy;
    }

    Uncounted getUncounted() {
        return uncounted;
    }

    Instant getReversedAt() {
        return reversedAt;
    }

    int getVersion() {
        return version;
    }
}
