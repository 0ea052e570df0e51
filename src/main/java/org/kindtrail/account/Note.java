package org.kindtrail.account;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A line of the history: who did what to which thing, when and why. Only ever added. */
@Entity
@Immutable
class Note {
    @Id
    @GeneratedValue(generator = "note_seq")
    @SequenceGenerator(name = "note_seq", sequenceName = "note_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;
    private String subject;
    private String happened;
    private String detail;
    private String why;
    private Long byPersonId;
    private Instant at;

    protected Note() {}

    Note(Long organisationId, String subject, String happened, String detail, String why, Long byPersonId, Instant at) {
        this.organisationId = organisationId;
        this.subject = subject;
        this.happened = happened;
        this.detail = detail;
        this.why = why;
        this.byPersonId = byPersonId;
        this.at = at;
    }
}
