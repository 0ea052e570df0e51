package org.kindtrail.programme;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a programme is to reach; room report counts how far it came. */
@Embeddable
public class Target {
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private TargetKind kind;

    private String category;
    private long number;
    private LocalDate byDay;

    protected Target() {}

    Target(TargetKind kind, String category, long number, LocalDate byDay) {
        this.kind = kind;
        this.category = category;
        this.number = number;
        this.byDay = byDay;
    }

    public TargetKind getKind() {
        return kind;
    }

    /** Of items distributed: the category that is counted; null: all. */
    public String getCategory() {
        return category;
    }

    /** How many there are to be. */
    public long getNumber() {
        return number;
    }

    /** How much of it so many are, in whole per cent, rounded down; more than 100 where more was reached. */
    public long percent(long reached) {
        return reached * 100 / number;
    }

    /** The day at the end of which it is to be reached. */
    public LocalDate getByDay() {
        return byDay;
    }
}
