package org.kindtrail.report;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.kindtrail.account.Person;

/** A report that was issued. It is never changed; what was wrong is corrected by another one that names it. */
@Entity
@Immutable
public class Report {
    @Id
    @GeneratedValue(generator = "report_seq")
    @SequenceGenerator(name = "report_seq", sequenceName = "report_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private String code;
    private String title;
    private LocalDate fromDay;
    private LocalDate toDay;

    private String data;

    @ManyToOne(fetch = FetchType.LAZY)
    private Report corrects;

    private Instant issuedAt;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "issued_by")
    private Person issuedBy;

    protected Report() {}

    /** @param data its figures as JSON */
    Report(Long organisationId, String code, IssueReport command, String data, Report corrects, Person issuedBy, Instant issuedAt) {
        this.organisationId = organisationId;
        this.code = code;
        this.title = command.title().strip();
        this.fromDay = command.from();
        this.toDay = command.to();
        this.data = data;
        this.corrects = corrects;
        this.issuedBy = issuedBy;
        this.issuedAt = issuedAt;
    }

    public Long getId() {
        return id;
    }

    public String getCode() {
        return code;
    }

    public String getTitle() {
        return title;
    }

    public LocalDate getFromDay() {
        return fromDay;
    }

    public LocalDate getToDay() {
        return toDay;
    }

    String getData() {
        return data;
    }

    /** The report that this one corrects; null: none. */
    Report getCorrects() {
        return corrects;
    }

    public Instant getIssuedAt() {
        return issuedAt;
    }

    Person getIssuedBy() {
        return issuedBy;
    }
}
