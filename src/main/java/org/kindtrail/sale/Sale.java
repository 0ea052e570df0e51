package org.kindtrail.sale;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.drive.Drive;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Refused;
import org.kindtrail.stock.Lot;

/** A receipt: what one customer took, and what was asked for it. It knows nothing of the customer. */
@Entity
public class Sale {
    @Id
    @GeneratedValue(generator = "sale_seq")
    @SequenceGenerator(name = "sale_seq", sequenceName = "sale_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;
    private String code;

    @ManyToOne(fetch = FetchType.LAZY)
    private Drive drive;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SaleKind kind;

    private String currency;
    private long total;
    private long pieces;

    @ManyToOne(fetch = FetchType.LAZY)
    private Takings takings;

    private Instant occurredAt;
    private Instant recordedAt;
    private Long recordedBy;
    private Instant reversedAt;

    @OneToMany(mappedBy = "sale", cascade = CascadeType.PERSIST)
    @OrderBy("line, id")
    private List<SaleLine> lines = new ArrayList<>();

    protected Sale() {}

    Sale(Drive drive, String code, SaleKind kind, Money total, Instant occurredAt, Instant now, Long by) {
        this.organisationId = drive.getOrganisationId();
        this.drive = drive;
        this.code = code;
        this.kind = kind;
        this.currency = total.currency();
        this.total = total.minor();
        this.occurredAt = occurredAt;
        this.recordedAt = now;
        this.recordedBy = by;
    }

    /** @param priceEach null where a whole table went for one sum */
    void add(int line, Lot lot, long quantity, Long priceEach) {
        lines.add(new SaleLine(this, line, lot, quantity, priceEach));
        pieces = Math.addExact(pieces, quantity);
    }

    /**
     * It was a mistake; what was sold lies on the table again.
     *
     * @throws Refused when it was reversed already, or counted
     */
    void reverse(Instant now) {
        if (reversedAt != null) {
            throw new Refused("error_reversed_already", Map.of("document", code));
        }
        if (takings != null) {
            throw new Refused("error_sale_counted", Map.of("sale", code, "takings", takings.getCode()));
        }
        reversedAt = now;
    }

    Long getId() {
        return id;
    }

    String getCode() {
        return code;
    }

    Drive getDrive() {
        return drive;
    }

    SaleKind getKind() {
        return kind;
    }

    Money getTotal() {
        return new Money(total, currency);
    }

    long getPieces() {
        return pieces;
    }

    Takings getTakings() {
        return takings;
    }

    Instant getOccurredAt() {
        return occurredAt;
    }

    Instant getRecordedAt() {
        return recordedAt;
    }

    Long getRecordedBy() {
        return recordedBy;
    }

    Instant getReversedAt() {
        return reversedAt;
    }

    List<SaleLine> getLines() {
        return lines;
    }
}
