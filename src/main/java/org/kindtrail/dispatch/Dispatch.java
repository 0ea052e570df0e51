package org.kindtrail.dispatch;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.kernel.Refused;
import org.kindtrail.need.Need;
import org.kindtrail.need.NeedLine;
import org.kindtrail.place.Place;
import org.kindtrail.programme.Programme;
import org.kindtrail.recipient.Recipient;
import org.kindtrail.stock.Allocation;

/** Goods leaving for a recipient, from the picking list to the count at the door. */
@Entity
public class Dispatch {
    /** How far it has come. Before departure its goods are only promised; a cancelled one has let go of them. */
    @Schema(name = "DispatchState")
    public enum State {
        /** Being picked. */
        @JsonProperty("staged")
        STAGED,
        /** On the vehicle. */
        @JsonProperty("loaded")
        LOADED,
        /** On its way. */
        @JsonProperty("departed")
        DEPARTED,
        /** Its arrival is confirmed. */
        @JsonProperty("delivered")
        DELIVERED,
        /** It did not leave, or it came back. */
        @JsonProperty("cancelled")
        CANCELLED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How long a key can be read and printed after it was made, by who made it. */
    static final Duration KEY_SHOWN = Duration.ofMinutes(15);

    @Id
    @GeneratedValue(generator = "dispatch_seq")
    @SequenceGenerator(name = "dispatch_seq", sequenceName = "dispatch_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;
    private String code;

    @ManyToOne(fetch = FetchType.LAZY)
    private Need need;

    @ManyToOne(fetch = FetchType.LAZY)
    private Recipient recipient;

    @ManyToOne(fetch = FetchType.LAZY)
    private Programme programme;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state = State.STAGED;

    private String vehicle;
    private String driver;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place consignment;

    private int keyTurn;
    private String confirmationHash;
    private Instant keyMadeAt;
    private Long keyMadeBy;
    private Instant stagedAt;
    private Long stagedBy;
    private Instant loadedAt;
    private Instant departedAt;
    private Instant cancelledAt;
    private Instant deliveredAt;

    @OneToMany(mappedBy = "dispatch", cascade = CascadeType.PERSIST, orphanRemoval = true)
    @OrderBy("line")
    private List<DispatchLine> lines = new ArrayList<>();

    @Version
    private int version;

    protected Dispatch() {}

    Dispatch(Long organisationId, String code, Need need, Instant stagedAt, Long stagedBy) {
        this.organisationId = organisationId;
        this.code = code;
        this.need = need;
        this.recipient = need.getRecipient();
        this.programme = need.getProgramme();
        this.stagedAt = stagedAt;
        this.stagedBy = stagedBy;
    }

    /** Takes what was promised to a line of the need. */
    void take(Allocation promised, NeedLine wanted) {
        lines.add(new DispatchLine(this, lines.size() + 1, promised, wanted));
    }

    /** Everything is on the vehicle. */
    void load(Instant now) {
        must(State.STAGED);
        state = State.LOADED;
        loadedAt = now;
    }

    /**
     * Takes one line off before departure; the promise is taken back by the caller.
     *
     * @throws Refused when it is the only one
     */
    DispatchLine remove(int number) {
        mustNotHaveLeft();
        DispatchLine found = line(number);
        if (lines.size() == 1) {
            throw new Refused("error_dispatch_last_line", Map.of("dispatch", code));
        }
        lines.remove(found);
        return found;
    }

    /** @throws org.kindtrail.kernel.NotFound when there is no such line */
    DispatchLine line(int number) {
        return lines.stream()
                .filter(line -> line.getLine() == number)
                .findFirst()
                .orElseThrow(() -> new org.kindtrail.kernel.NotFound(code + ", " + number));
    }

    /**
     * Leaves with the lines whose promise still stands.
     *
     * @return the lines that stay behind, since their promise was taken back on the need
     */
    List<DispatchLine> depart(Place as, String onVehicle, String withDriver, Instant when) {
        must(State.LOADED);
        List<DispatchLine> behind = lines.stream().filter(DispatchLine::isTakenBack).toList();
        if (behind.size() == lines.size()) {
            throw new Refused("error_dispatch_empty", Map.of("dispatch", code));
        }
        lines.removeAll(behind);
        state = State.DEPARTED;
        consignment = as;
        vehicle = onVehicle;
        driver = withDriver;
        departedAt = when;
        return behind;
    }

    /** A key for whoever receives it; the one before opens nothing any more. */
    void handKey(String hash, Instant now, Long by) {
        must(State.DEPARTED);
        keyTurn++;
        confirmationHash = hash;
        keyMadeAt = now;
        keyMadeBy = by;
    }

    /** Whether this person has made the key just now and may still read it. */
    boolean showsKeyTo(Long person, Instant now) {
        return state == State.DEPARTED
                && confirmationHash != null
                && keyMadeBy.equals(person)
                && now.isBefore(keyMadeAt.plus(KEY_SHOWN));
    }

    /** Its arrival is confirmed. */
    void deliver(Instant when) {
        must(State.DEPARTED);
        state = State.DELIVERED;
        deliveredAt = when;
        consignment.close();
    }

    /** The confirmation was wrong: it is on its way again. */
    void takeBackDelivery() {
        must(State.DELIVERED);
        state = State.DEPARTED;
        deliveredAt = null;
        consignment.reopen();
        lines.forEach(DispatchLine::uncount);
    }

    /** It does not leave. */
    void cancel(Instant now) {
        mustNotHaveLeft();
        end(now);
    }

    /** It had left and came back. */
    void comeBack(Instant now) {
        must(State.DEPARTED);
        consignment.close();
        confirmationHash = null;
        end(now);
    }

    private void end(Instant now) {
        state = State.CANCELLED;
        cancelledAt = now;
    }

    void mustNotHaveLeft() {
        if (state != State.STAGED && state != State.LOADED) {
            throw standsAs();
        }
    }

    /** Loaded or on its way: somebody drives it to the recipient. */
    void mustBeOnTheVehicle() {
        if (state != State.LOADED && state != State.DEPARTED) {
            throw standsAs();
        }
    }

    void must(State wanted) {
        if (state != wanted) {
            throw standsAs();
        }
    }

    /** What is asked for does not fit how it stands, and the words say how it stands. */
    private Refused standsAs() {
        return new Refused("error_dispatch_is_" + state.word(), Map.of("dispatch", code));
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

    public Need getNeed() {
        return need;
    }

    /** The programme that its need was charged to when it was prepared; null: none. */
    public Programme getProgramme() {
        return programme;
    }

    public Recipient getRecipient() {
        return recipient;
    }

    public State getState() {
        return state;
    }

    /** Registration of the vehicle, for the paper. */
    public String getVehicle() {
        return vehicle;
    }

    /** Who drives, for the paper; never shown in public. */
    public String getDriver() {
        return driver;
    }

    /** Where the goods are while they travel; null before departure. */
    public Place getConsignment() {
        return consignment;
    }

    /** How many keys were made for it. */
    int getKeyTurn() {
        return keyTurn;
    }

    public Instant getStagedAt() {
        return stagedAt;
    }

    public Instant getLoadedAt() {
        return loadedAt;
    }

    public Instant getDepartedAt() {
        return departedAt;
    }

    public Instant getCancelledAt() {
        return cancelledAt;
    }

    public Instant getDeliveredAt() {
        return deliveredAt;
    }

    public List<DispatchLine> getLines() {
        return lines;
    }
}
