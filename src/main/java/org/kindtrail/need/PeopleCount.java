package org.kindtrail.need;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.recipient.AgeBand;
import org.kindtrail.recipient.Sex;

/** How many people of one sex and age a need is for; never who. */
@Embeddable
public class PeopleCount {
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Sex sex;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private AgeBand ageBand;

    private int number;

    protected PeopleCount() {}

    PeopleCount(Sex sex, AgeBand ageBand, int number) {
        this.sex = sex;
        this.ageBand = ageBand;
        this.number = number;
    }

    public Sex getSex() {
        return sex;
    }

    public AgeBand getAgeBand() {
        return ageBand;
    }

    /** At least 1. */
    public int getNumber() {
        return number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PeopleCount that && sex == that.sex && ageBand == that.ageBand && number == that.number;
    }

    @Override
    public int hashCode() {
        return Objects.hash(sex, ageBand, number);
    }
}
