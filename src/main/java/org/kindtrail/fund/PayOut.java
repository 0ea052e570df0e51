package org.kindtrail.fund;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.kindtrail.kernel.Money;
import org.kindtrail.programme.BudgetLine;
import org.kindtrail.programme.Programme;
import org.kindtrail.recipient.Recipient;

/** Money that left a fund for what it was meant for. */
@Entity
class PayOut extends Act {
    @Id
    @GeneratedValue(generator = "pay_out_seq")
    @SequenceGenerator(name = "pay_out_seq", sequenceName = "pay_out_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Fund fund;

    private String currency;
    private long amount;

    @ManyToOne(fetch = FetchType.LAZY)
    private Recipient recipient;

    @ManyToOne(fetch = FetchType.LAZY)
    private Programme programme;

    @ManyToOne(fetch = FetchType.LAZY)
    private BudgetLine budgetLine;

    private String payee;
    private String forWhat;

    protected PayOut() {}

    PayOut(Head head, Fund fund, Money money, Recipient recipient, String payee, String forWhat) {
        super(head);
        this.fund = fund;
        this.currency = money.currency();
        this.amount = money.minor();
        this.recipient = recipient;
        this.payee = payee;
        this.forWhat = forWhat;
    }

    PayOut charge(Charging.Charged charged) {
        programme = charged.programme();
        budgetLine = charged.line();
        return this;
    }

    @Override
    Long getId() {
        return id;
    }

    Fund getFund() {
        return fund;
    }

    Money getMoney() {
        return new Money(amount, currency);
    }

    /** Null when somebody else was paid. */
    Recipient getRecipient() {
        return recipient;
    }

    /** The programme that it is charged to; null: none. */
    Programme getProgramme() {
        return programme;
    }

    /** Null when it is charged to none. */
    BudgetLine getBudgetLine() {
        return budgetLine;
    }

    /** Null when a recipient was paid. */
    String getPayee() {
        return payee;
    }

    String getForWhat() {
        return forWhat;
    }
}
