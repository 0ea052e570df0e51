package org.kindtrail.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Locale;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** That somebody opened what is sealed: of whom or what, how, when and why. Only ever added. */
@Entity
@Immutable
public class Opening {
    /** How it was opened. */
    public enum Manner {
        /** Read on a page, or by a program. */
        @JsonProperty("shown")
        SHOWN,
        /** Printed, for a driver. */
        @JsonProperty("printed")
        PRINTED,
        /** Found by a search for exactly that text, which tells that it is so. */
        @JsonProperty("found")
        FOUND;

        public String wordsKey() {
            return "account_opening_" + name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @GeneratedValue(generator = "opening_seq")
    @SequenceGenerator(name = "opening_seq", sequenceName = "opening_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;
    private String subject;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Manner manner;

    private String why;
    private Long byPersonId;
    private Instant at;

    protected Opening() {}

    Opening(Long organisationId, String subject, Manner manner, String why, Long byPersonId, Instant at) {
        this.organisationId = organisationId;
        this.subject = subject;
        this.manner = manner;
        this.why = why;
        this.byPersonId = byPersonId;
        this.at = at;
    }

    Long getId() {
        return id;
    }

    Instant getAt() {
        return at;
    }
}
