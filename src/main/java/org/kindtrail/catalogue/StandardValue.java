package org.kindtrail.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.kernel.Money;

/**
 * What an organisation reckons one unit of an item in a grade to be worth (fair market value), from a moment on. Only added
 * to: the latest counts for lots that come to be, and what stands on lots stays.
 */
@Entity
@Immutable
class StandardValue {
    @Id
    @GeneratedValue(generator = "standard_value_seq")
    @SequenceGenerator(name = "standard_value_seq", sequenceName = "standard_value_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;
    private Long itemId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Grade grade;

    private Long amount;
    private String currency;
    private Instant setAt;
    private Long setBy;

    protected StandardValue() {}

    /** @param value null: from now on it has none */
    StandardValue(Long organisationId, Item item, Grade grade, Money value, Instant now, Long by) {
        this.organisationId = organisationId;
        this.itemId = item.getId();
        this.grade = grade;
        this.amount = value == null ? null : value.minor();
        this.currency = value == null ? null : value.currency();
        this.setAt = now;
        this.setBy = by;
    }

    Long getItemId() {
        return itemId;
    }

    Grade getGrade() {
        return grade;
    }

    /** Of one unit; null: none. */
    Money getValue() {
        return amount == null ? null : new Money(amount, currency);
    }

    Instant getSetAt() {
        return setAt;
    }
}
