package org.kindtrail.sale;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.catalogue.Grade;

/** What one of an item costs in a grade, in the minor unit of the currency of the sale. */
@Entity
class SalePrice {
    @Id
    @GeneratedValue(generator = "sale_price_seq")
    @SequenceGenerator(name = "sale_price_seq", sequenceName = "sale_price_seq", allocationSize = 50)
    private Long id;

    private Long driveId;
    private Long itemId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Grade grade;

    private long price;

    protected SalePrice() {}

    SalePrice(Long driveId, Long itemId, Grade grade, long price) {
        this.driveId = driveId;
        this.itemId = itemId;
        this.grade = grade;
        this.price = price;
    }

    Long getItemId() {
        return itemId;
    }

    Grade getGrade() {
        return grade;
    }

    long getPrice() {
        return price;
    }
}
