package org.kindtrail.programme;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.kindtrail.kernel.Money;

/** What a programme may spend on something. Purchases and pay-outs name it by its number, which is never given again. */
@Entity
@Table(name = "budget_line")
public class BudgetLine {
    @Id
    @GeneratedValue(generator = "budget_line_seq")
    @SequenceGenerator(
            name = "budget_line_seq",
            sequenceName = "budget_line_seq",
            allocationSize = 10)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Programme programme;

    private int line;
    private int position;
    private String name;
    private long amount;

    protected BudgetLine() {}

    BudgetLine(Programme programme, int line) {
        this.programme = programme;
        this.line = line;
    }

    void describe(int newPosition, String newName, long newAmount) {
        position = newPosition;
        name = newName;
        amount = newAmount;
    }

    /** Its number within the programme, from 1. */
    public int getLine() {
        return line;
    }

    int getPosition() {
        return position;
    }

    public String getName() {
        return name;
    }

    /** What may be spent on it. */
    public Money getMoney() {
        return new Money(amount, programme.getCurrency());
    }
}
