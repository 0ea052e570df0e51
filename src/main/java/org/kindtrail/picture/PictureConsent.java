package org.kindtrail.picture;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A consent that somebody gave; only ever added. It holds no name. */
@Entity
@Immutable
class PictureConsent {
    @Id
    @GeneratedValue(generator = "picture_consent_seq")
    @SequenceGenerator(name = "picture_consent_seq", sequenceName = "picture_consent_seq", allocationSize = 50)
    private Long id;

    private Long pictureId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Audience audience;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ConsentBy givenBy;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ConsentHow givenHow;

    private LocalDate givenOn;
    private Instant recordedAt;
    private Long recordedBy;

    protected PictureConsent() {}

    PictureConsent(Long pictureId, RecordConsent command, Instant recordedAt, Long recordedBy) {
        this.pictureId = pictureId;
        this.audience = command.audience();
        this.givenBy = command.by();
        this.givenHow = command.how();
        this.givenOn = command.on();
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    ConsentView view(String recorder) {
        return new ConsentView(audience, givenBy, givenHow, givenOn, recorder, recordedAt);
    }

    Long getId() {
        return id;
    }

    Audience getAudience() {
        return audience;
    }
}
