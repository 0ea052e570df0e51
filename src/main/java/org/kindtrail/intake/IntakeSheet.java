package org.kindtrail.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.kindtrail.drive.Drive;

/** A sheet of paper on which a drive writes down what comes in where there is no network: a line for each code printed on it. */
@Entity
class IntakeSheet {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "intake_sheet_seq")
    @SequenceGenerator(name = "intake_sheet_seq", sequenceName = "intake_sheet_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;
    private String code;

    @ManyToOne(fetch = FetchType.LAZY)
    private Drive drive;

    private Instant printedAt;
    private Long printedBy;

    protected IntakeSheet() {}

    IntakeSheet(Drive drive, String code, Instant printedAt, Long printedBy) {
        this.organisationId = drive.getOrganisationId();
        this.drive = drive;
        this.code = code;
        this.printedAt = printedAt;
        this.printedBy = printedBy;
    }

    Long getId() {
        return id;
    }

    Long getOrganisationId() {
        return organisationId;
    }

    String getCode() {
        return code;
    }

    Drive getDrive() {
        return drive;
    }

    Instant getPrintedAt() {
        return printedAt;
    }

    Long getPrintedBy() {
        return printedBy;
    }
}
