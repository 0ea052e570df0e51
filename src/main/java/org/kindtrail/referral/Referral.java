package org.kindtrail.referral;

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
import org.kindtrail.account.Organisation;
import org.kindtrail.kernel.Refused;
import org.kindtrail.need.Need;
import org.kindtrail.need.ReferredNeeds;

/** A need that one organisation passes to another, which takes it on and answers for it, or says why not. */
@Entity
public class Referral {
    /** How it stands. While it is offered the one who offers answers for the need. */
    @Schema(name = "ReferralState")
    public enum State {
        @JsonProperty("offered")
        OFFERED,
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("declined")
        DECLINED,
        @JsonProperty("withdrawn")
        WITHDRAWN,
        /** It was accepted and given back. */
        @JsonProperty("returned")
        RETURNED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The key of what people call it. */
        public String wordsKey() {
            return "referral_is_" + word();
        }
    }

    @Id
    @GeneratedValue(generator = "referral_seq")
    @SequenceGenerator(name = "referral_seq", sequenceName = "referral_seq", allocationSize = 10)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Organisation organisation;

    @ManyToOne(fetch = FetchType.LAZY)
    private Organisation receiver;

    private String code;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state = State.OFFERED;

    @ManyToOne(fetch = FetchType.LAZY)
    private Need need;

    private Long standingNeedId;

    @ManyToOne(fetch = FetchType.LAZY)
    private Need takenNeed;

    private String note;
    private String reason;
    private Instant offeredAt;
    private Long offeredBy;
    private Instant decidedAt;
    private Instant endedAt;

    @ManyToOne(fetch = FetchType.LAZY)
    private Organisation answering;

    private Instant answeringSince;
    private Instant detailsAt;

    @OneToMany(mappedBy = "referral", cascade = CascadeType.PERSIST)
    @OrderBy("line")
    private List<ReferralLine> lines = new ArrayList<>();

    @Version
    private int version;

    protected Referral() {}

    Referral(Organisation from, Organisation to, String code, Need need, String note, Instant offeredAt, Long offeredBy) {
        this.organisation = from;
        this.receiver = to;
        this.code = code;
        this.need = need;
        this.standingNeedId = need.getId();
        this.note = note;
        this.offeredAt = offeredAt;
        this.offeredBy = offeredBy;
    }

    /** The receiver takes it on, and answers for it from now on. */
    void accept(ReferredNeeds.TakenOn taken, Instant now) {
        must(State.OFFERED);
        state = State.ACCEPTED;
        takenNeed = taken.need();
        taken.lines().forEach(line -> lines.add(new ReferralLine(this, line.from(), line.to(), line.quantity())));
        decidedAt = now;
        answeredBy(receiver, now);
    }

    /** Who answers for it changed further down. */
    void answeredBy(Organisation who, Instant now) {
        answering = who;
        answeringSince = now;
    }

    void decline(String why, Instant now) {
        must(State.OFFERED);
        end(State.DECLINED, why, now);
        decidedAt = now;
    }

    void withdraw(String why, Instant now) {
        must(State.OFFERED);
        end(State.WITHDRAWN, why, now);
    }

    /** @param met how many of each line the receiver met, by the number here */
    void giveBack(Map<Integer, Long> met, String why, Instant now) {
        must(State.ACCEPTED);
        lines.forEach(line -> line.met(met.getOrDefault(line.getLine(), 0L)));
        end(State.RETURNED, why, now);
    }

    /** What is sealed of the recipient was handed over with it. */
    void handedOver(Instant now) {
        must(State.ACCEPTED);
        detailsAt = now;
    }

    private void end(State how, String why, Instant now) {
        state = how;
        reason = why;
        endedAt = now;
        standingNeedId = null;
        answering = null;
        answeringSince = null;
    }

    /** @throws Refused when it stands otherwise; the words say how it stands */
    void must(State wanted) {
        if (state != wanted) {
            throw new Refused("error_referral_is_" + state.word(), Map.of("referral", code));
        }
    }

    boolean isFrom(Long asker) {
        return organisation.getId().equals(asker);
    }

    public Long getId() {
        return id;
    }

    public String getCode() {
        return code;
    }

    /** Who passes it on. */
    public Organisation getOrganisation() {
        return organisation;
    }

    /** To whom it is passed. */
    public Organisation getReceiver() {
        return receiver;
    }

    public State getState() {
        return state;
    }

    /** The need that is passed on. */
    public Need getNeed() {
        return need;
    }

    /** The need of whoever took it on; null when nobody did. */
    public Need getTakenNeed() {
        return takenNeed;
    }

    public String getNote() {
        return note;
    }

    /** Why it was declined, withdrawn or given back. */
    public String getReason() {
        return reason;
    }

    public Instant getOfferedAt() {
        return offeredAt;
    }

    public Instant getDecidedAt() {
        return decidedAt;
    }

    public Instant getEndedAt() {
        return endedAt;
    }

    /** Who answers for it now, over all further hops; null unless it is accepted. */
    public Organisation getAnswering() {
        return answering;
    }

    public Instant getAnsweringSince() {
        return answeringSince;
    }

    public Instant getDetailsAt() {
        return detailsAt;
    }

    public List<ReferralLine> getLines() {
        return lines;
    }
}
