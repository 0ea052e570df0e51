package org.kindtrail.mail;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Locale;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something that is to be told to a donor, once. It holds neither address nor text. */
@Entity
public class Message {
    /** How far it is. */
    public enum State {
        @JsonProperty("waiting")
        WAITING,
        /** Somebody is sending it. */
        @JsonProperty("taken")
        TAKEN,
        @JsonProperty("sent")
        SENT,
        /** It may have been sent and may not; it is not sent again by itself. */
        @JsonProperty("doubtful")
        DOUBTFUL,
        @JsonProperty("given_up")
        GIVEN_UP,
        /** When its time came, there was nobody to tell, or nothing. */
        @JsonProperty("not_needed")
        NOT_NEEDED;

        public String wordsKey() {
            return "mail_state_" + name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Long organisationId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private MessageKind kind;

    private Long donorId;
    private String about;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state;

    private Instant madeAt;
    private Instant dueAt;
    private Instant giveUpAt;
    private int tries;
    private String takenBy;
    private Instant takenUntil;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Trouble trouble;

    private Instant sentAt;

    protected Message() {}

    Long getId() {
        return id;
    }

    Long getOrganisationId() {
        return organisationId;
    }

    MessageKind getKind() {
        return kind;
    }

    Long getDonorId() {
        return donorId;
    }

    String getAbout() {
        return about;
    }

    Instant getMadeAt() {
        return madeAt;
    }

    Instant getGiveUpAt() {
        return giveUpAt;
    }

    int getTries() {
        return tries;
    }
}
