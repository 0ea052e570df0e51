package org.kindtrail.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;

/** A label printed before there was anything to stick it on. It is used once. */
@Entity
class BlankLabel {
    @Id
    @GeneratedValue(generator = "blank_label_seq")
    @SequenceGenerator(name = "blank_label_seq", sequenceName = "blank_label_seq", allocationSize = 100)
    private Long id;

    private Long organisationId;
    private String code;
    private Instant printedAt;
    private Long printedBy;
    private Instant usedAt;

    /** The sheet that bears the code, and its line there; null: a label of its own. */
    @ManyToOne(fetch = FetchType.LAZY)
    private IntakeSheet sheet;

    private Integer sheetLine;

    protected BlankLabel() {}

    BlankLabel(Long organisationId, String code, Instant printedAt, Long printedBy) {
        this.organisationId = organisationId;
        this.code = code;
        this.printedAt = printedAt;
        this.printedBy = printedBy;
    }

    /** A line of a sheet: the code stands there, and on the bag when its label is printed too. */
    BlankLabel(IntakeSheet sheet, int line, String code) {
        this(sheet.getOrganisationId(), code, sheet.getPrintedAt(), sheet.getPrintedBy());
        this.sheet = sheet;
        this.sheetLine = line;
    }

    void use(Instant now) {
        if (usedAt != null) {
            throw new IllegalStateException(code + " was used before");
        }
        usedAt = now;
    }

    boolean isUsed() {
        return usedAt != null;
    }

    IntakeSheet getSheet() {
        return sheet;
    }

    Integer getSheetLine() {
        return sheetLine;
    }

    String getCode() {
        return code;
    }

    Instant getPrintedAt() {
        return printedAt;
    }

    Long getPrintedBy() {
        return printedBy;
    }
}
