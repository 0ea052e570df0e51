package org.kindtrail.dispatch;

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
import org.kindtrail.kernel.Refused;

/** What a receiver says to the givers. It may hold a name, so nobody outside reads it before a coordinator approves. */
@Entity
public class Thanks {
    /** Waiting until somebody has read it; only what is approved is public. */
    @Schema(name = "ThanksState")
    public enum State {
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("approved")
        APPROVED,
        @JsonProperty("declined")
        DECLINED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @GeneratedValue(generator = "thanks_seq")
    @SequenceGenerator(name = "thanks_seq", sequenceName = "thanks_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;
    private String code;

    @ManyToOne(fetch = FetchType.LAZY)
    private Dispatch dispatch;

    private String words;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state = State.WAITING;

    private Instant givenAt;
    private Instant decidedAt;
    private Long decidedBy;

    @Version
    private int version;

    protected Thanks() {}

    Thanks(String code, Dispatch dispatch, String words, Instant givenAt) {
        this.organisationId = dispatch.getOrganisationId();
        this.code = code;
        this.dispatch = dispatch;
        this.words = words;
        this.givenAt = givenAt;
    }

    /** Somebody has read it; the decision can be changed later. */
    void decide(State decision, Instant now, Long by) {
        if (state == decision) {
            throw new Refused("error_thanks_" + state.word(), Map.of("thanks", code));
        }
        state = decision;
        decidedAt = now;
        decidedBy = by;
    }

    public Long getId() {
        return id;
    }

    public String getCode() {
        return code;
    }

    public Dispatch getDispatch() {
        return dispatch;
    }

    public String getWords() {
        return words;
    }

    public State getState() {
        return state;
    }

    public Instant getGivenAt() {
        return givenAt;
    }

    public Instant getDecidedAt() {
        return decidedAt;
    }
}
