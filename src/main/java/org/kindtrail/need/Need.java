package org.kindtrail.need;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.drive.Drive;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.programme.Programme;
import org.kindtrail.recipient.Recipient;

/**
 * What a recipient asks for. It stays open for what is still missing until everything has arrived, or somebody closes or
 * withdraws it.
 */
@Entity
public class Need {
    /** What one need can list. */
    static final int MOST_LINES = 50;

    /** Open for promises, or ended. */
    @Schema(name = "NeedState")
    public enum State {
        @com.fasterxml.jackson.annotation.JsonProperty("open")
        OPEN,
        @com.fasterxml.jackson.annotation.JsonProperty("closed")
        CLOSED,
        @com.fasterxml.jackson.annotation.JsonProperty("withdrawn")
        WITHDRAWN,
        /** Its time is over, and nobody said that it is still asked for. */
        @com.fasterxml.jackson.annotation.JsonProperty("expired")
        EXPIRED,
        /** Another organisation answers for it. */
        @com.fasterxml.jackson.annotation.JsonProperty("referred")
        REFERRED;

        /** The key of what people call it. */
        public String wordsKey() {
            return "need_is_" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Id
    @GeneratedValue(generator = "need_seq")
    @SequenceGenerator(name = "need_seq", sequenceName = "need_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;
    private String code;

    @ManyToOne(fetch = FetchType.LAZY)
    private Recipient recipient;

    private String forWhom;
    private LocalDate wantedBy;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state = State.OPEN;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Urgency urgency = Urgency.NORMAL;

    private int urgencyRank = Urgency.NORMAL.rank();

    private LocalDate expiresOn;

    @ManyToOne(fetch = FetchType.LAZY)
    private Drive drive;

    @ManyToOne(fetch = FetchType.LAZY)
    private Programme programme;

    @ElementCollection
    @CollectionTable(name = "need_people", joinColumns = @JoinColumn(name = "need_id"))
    private Set<PeopleCount> people = new HashSet<>();

    private boolean onWishLists;
    private boolean closedByItself;
    private Instant changedAt;
    private Instant createdAt;
    private Long createdBy;

    @OneToMany(mappedBy = "need", cascade = CascadeType.PERSIST)
    @OrderBy("line")
    private List<NeedLine> lines = new ArrayList<>();

    @Version
    private int version;

    protected Need() {}

    Need(Long organisationId, String code, Recipient recipient, Instant createdAt, Long createdBy) {
        this.organisationId = organisationId;
        this.code = code;
        this.recipient = recipient;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    /** Tells anew for whom it is, how urgent, and until when. */
    void describe(String newForWhom, Urgency newUrgency, LocalDate newWantedBy, LocalDate newExpiresOn, Set<PeopleCount> newPeople) {
        forWhom = newForWhom;
        urgency = newUrgency;
        urgencyRank = newUrgency.rank();
        wantedBy = newWantedBy;
        expiresOn = newExpiresOn;
        if (!people.equals(newPeople)) {
            people.clear();
            people.addAll(newPeople);
        }
    }

    /**
     * @param newDrive the collection that gathers for it; null: none
     * @param newProgramme what it is charged to; null: nothing
     */
    void charge(Drive newDrive, Programme newProgramme, boolean showOnWishLists) {
        drive = newDrive;
        programme = newProgramme;
        onWishLists = showOnWishLists;
    }

    /** Somebody changed it: a change made on what stood before is refused from now on. */
    void changed(Instant now) {
        changedAt = now;
    }

    NeedLine ask(Item item, String category, Wearer fits, List<String> sizes, Set<Long> substitutes, long quantity) {
        NeedLine line = new NeedLine(this, lines.size() + 1, item, category, fits, sizes, substitutes, quantity);
        lines.add(line);
        return line;
    }

    /** @throws Refused when it has ended */
    public void mustBeOpen() {
        if (state != State.OPEN) {
            throw new Refused("error_need_ended", Map.of("need", code));
        }
    }

    /** Enough of it is met. */
    void close() {
        end(State.CLOSED);
    }

    /** Whether all of every line has arrived, and nothing more is promised or on its way. */
    boolean isMet() {
        return lines.stream()
                .allMatch(line -> line.getArrived() >= line.getQuantity() && line.getPromised() + line.getSent() == 0);
    }

    /** @return whether it closed: it was open, and everything has arrived */
    boolean closeIfMet() {
        if (state != State.OPEN || !isMet()) {
            return false;
        }
        state = State.CLOSED;
        closedByItself = true;
        return true;
    }

    /**
     * @param today an end that lies before it does not count again
     * @return whether it opened: it had closed by itself, and something is missing or on its way again
     */
    boolean openIfNotMet(LocalDate today) {
        if (state != State.CLOSED || !closedByItself || isMet()) {
            return false;
        }
        reopen(today);
        return true;
    }

    /** The recipient asks for it no more. */
    void withdraw() {
        end(State.WITHDRAWN);
    }

    private void end(State how) {
        mustBeOpen();
        boolean promised = lines.stream().anyMatch(line -> line.getPromised() > 0);
        if (promised) {
            throw new Refused("error_need_promised", Map.of("need", code));
        }
        state = how;
    }

    /** Its day is over, and nobody said that it is still asked for. */
    void expire() {
        end(State.EXPIRED);
    }

    /**
     * It is asked for still.
     *
     * @param until the last day on which it is; null: until somebody ends it
     */
    void stillNeeded(LocalDate until) {
        mustBeOpen();
        expiresOn = until;
    }

    /** @param today an end that lies before it does not count again */
    void reopen(LocalDate today) {
        if (state == State.OPEN) {
            throw new Refused("error_need_open", Map.of("need", code));
        }
        if (state == State.REFERRED) {
            throw new Refused("error_need_referred", Map.of("need", code));
        }
        if (state == State.EXPIRED || isOver(today)) {
            expiresOn = null;
        }
        state = State.OPEN;
        closedByItself = false;
    }

    /** Whether its last day lies before this one. */
    boolean isOver(LocalDate today) {
        return expiresOn != null && expiresOn.isBefore(today);
    }

    /**
     * Another organisation answers for what is still missing of it.
     *
     * @throws Refused when it is not open, when something is promised or on its way, or when nothing is missing
     */
    void refer() {
        mustBeReferable();
        state = State.REFERRED;
    }

    /** @throws Refused when it is not open, when something is promised or on its way, or when nothing is missing */
    void mustBeReferable() {
        mustBeOpen();
        lines.stream().filter(line -> line.getPromised() + line.getSent() > 0).findFirst().ifPresent(line -> {
            String which = line.getPromised() > 0 ? "error_need_refer_promised" : "error_need_refer_sent";
            long count = line.getPromised() > 0 ? line.getPromised() : line.getSent();
            throw new Refused(which, Map.of("need", code, "line", line.getLine(), "count", count));
        });
        if (lines.stream().allMatch(line -> line.missing() == 0)) {
            throw new Refused("error_need_refer_nothing", Map.of("need", code));
        }
    }

    /** Is told as the other organisation's need that it takes on: as urgent, wanted by the same day, for as many people. */
    void takeOn(Need other) {
        Set<PeopleCount> same = new HashSet<>();
        other.people.forEach(each -> same.add(new PeopleCount(each.getSex(), each.getAgeBand(), each.getNumber())));
        describe(other.forWhom, other.urgency, other.wantedBy, null, same);
    }

    /** Goes back to the organisation that it came from: it is asked for no more here. */
    void giveBack() {
        closedByItself = false;
        if (state == State.OPEN) {
            withdraw();
        }
    }

    /** The other organisation gave it back: it is open for what is still missing, or closed when everything has arrived. */
    void comeBack() {
        if (state != State.REFERRED) {
            throw new Refused("error_need_not_referred", Map.of("need", code));
        }
        state = State.OPEN;
        closeIfMet();
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

    public Recipient getRecipient() {
        return recipient;
    }

    /** For how many people of which kind: "11 adult men". Never a name. */
    public String getForWhom() {
        return forWhom;
    }

    public LocalDate getWantedBy() {
        return wantedBy;
    }

    public State getState() {
        return state;
    }

    public Urgency getUrgency() {
        return urgency;
    }

    /** The day after which it is no longer asked for, unless somebody says that it is; null: never by itself. */
    public LocalDate getExpiresOn() {
        return expiresOn;
    }

    /** The collection that gathers for it; null: none. */
    public Drive getDrive() {
        return drive;
    }

    /** The programme that it is charged to; null: none. */
    public Programme getProgramme() {
        return programme;
    }

    /** The id of the programme that it is charged to; null: none. */
    public Long programmeId() {
        return programme == null ? null : programme.getId();
    }

    /** For how many people of which sex and age; empty: not told. */
    public Set<PeopleCount> getPeople() {
        return people;
    }

    /** Whether what it misses stands on wish lists, added up with what others miss. */
    public boolean isOnWishLists() {
        return onWishLists;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Long getCreatedBy() {
        return createdBy;
    }

    /**
     * The line of that number.
     *
     * @throws Invalid when it has no such line
     */
    NeedLine line(String path, int number) {
        return lines.stream()
                .filter(line -> line.getLine() == number)
                .findFirst()
                .orElseThrow(() -> Invalid.field(
                        path, "error_need_line_unknown", Map.of("need", code, "given", number, "lines", lines.size())));
    }

    public List<NeedLine> getLines() {
        return lines;
    }

    public int getVersion() {
        return version;
    }
}
