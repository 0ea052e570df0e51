package org.kindtrail.recipient;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Somebody of a household, as far as clothes and bedding ask: age, sex and sizes. Never a name, never a remark. */
@Entity
public class HouseholdMember {
    @Id
    @GeneratedValue(generator = "household_member_seq")
    @SequenceGenerator(name = "household_member_seq", sequenceName = "household_member_seq", allocationSize = 50)
    private Long id;

    private Long recipientId;
    private int position;
    private Integer age;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private AgeBand ageBand;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Sex sex;

    private String clothingSize;
    private String shoeSize;

    protected HouseholdMember() {}

    HouseholdMember(Long recipientId, int position, MemberOf told) {
        this.recipientId = recipientId;
        this.position = position;
        this.age = told.age();
        this.ageBand = told.band();
        this.sex = told.sex();
        this.clothingSize = told.clothingSize();
        this.shoeSize = told.shoeSize();
    }

    MemberOf told() {
        return new MemberOf(age, ageBand, sex, clothingSize, shoeSize);
    }
}
