package org.kindtrail.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.NewLot;

/** What was found in a bag. While it is open nothing has moved; when it is closed the bag is empty. */
@Entity
public class Sorting {
    /** Open, then closed, then perhaps reversed; an open one that is given up counts as reversed. */
    @Schema(name = "SortingState")
    public enum State {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("closed")
        CLOSED,
        @JsonProperty("reversed")
        REVERSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @GeneratedValue(generator = "sorting_seq")
    @SequenceGenerator(name = "sorting_seq", sequenceName = "sorting_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;
    private String code;

    @ManyToOne(fetch = FetchType.LAZY)
    private Lot bag;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place place;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state = State.OPEN;

    private Long standingBagId;
    private Instant openedAt;
    private Long openedBy;
    private Instant closedAt;
    private Long conversionId;

    @OneToMany(mappedBy = "sorting", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("line")
    private List<SortingLine> lines = new ArrayList<>();

    @Version
    private int version;

    protected Sorting() {}

    Sorting(Lot bag, Place place, String code, Instant now, Long by) {
        this.organisationId = bag.getOrganisationId();
        this.bag = bag;
        this.place = place;
        this.code = code;
        this.standingBagId = bag.getId();
        this.openedAt = now;
        this.openedBy = by;
    }

    /** @param to where it is put; null: where the sorting as a whole puts what is fit */
    void add(NewLot found, Place to) {
        refuseUnlessOpen();
        int next = lines.stream().mapToInt(SortingLine::getLine).max().orElse(0) + 1;
        lines.add(new SortingLine(this, next, found, to));
    }

    /** Takes a line back; one that is gone already is no fault. */
    void remove(int line) {
        refuseUnlessOpen();
        lines.removeIf(each -> each.getLine() == line);
    }

    /** What is fit is put there, where its line does not say otherwise. */
    void put(Place where) {
        refuseUnlessOpen();
        place = where;
    }

    /** Everything that was in the bag is written down. */
    void readyToClose() {
        refuseUnlessOpen();
        if (lines.isEmpty()) {
            throw new Refused("error_intake_sorting_empty", Map.of("bag", bag.getCode()));
        }
    }

    void close(Long conversion, Instant now) {
        refuseUnlessOpen();
        conversionId = conversion;
        closedAt = now;
        state = State.CLOSED;
    }

    /** Begun by mistake: nothing has moved. */
    void giveUp() {
        refuseUnlessOpen();
        end();
    }

    /** It was closed and was wrong; the bag can be sorted again. */
    void reverse() {
        if (state == State.OPEN) {
            throw new Refused("error_intake_sorting_not_closed", Map.of("sorting", code));
        }
        if (state == State.REVERSED) {
            throw new Refused("error_reversed_already", Map.of("document", code));
        }
        end();
    }

    private void end() {
        state = State.REVERSED;
        standingBagId = null;
    }

    private void refuseUnlessOpen() {
        if (state != State.OPEN) {
            throw new Refused("error_intake_sorting_" + state.word(), Map.of("sorting", code));
        }
    }

    Long getId() {
        return id;
    }

    String getCode() {
        return code;
    }

    Lot getBag() {
        return bag;
    }

    Place getPlace() {
        return place;
    }

    State getState() {
        return state;
    }

    Instant getOpenedAt() {
        return openedAt;
    }

    Instant getClosedAt() {
        return closedAt;
    }

    Long getConversionId() {
        return conversionId;
    }

    List<SortingLine> getLines() {
        return lines;
    }
}
