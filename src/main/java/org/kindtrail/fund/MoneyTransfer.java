package org.kindtrail.fund;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.kindtrail.kernel.Money;

/** Money that went from one fund to another; it stays what it came from. */
@Entity
class MoneyTransfer extends Act {
    @Id
    @GeneratedValue(generator = "money_transfer_seq")
    @SequenceGenerator(name = "money_transfer_seq", sequenceName = "money_transfer_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Fund fromFund;

    @ManyToOne(fetch = FetchType.LAZY)
    private Fund toFund;

    private String currency;
    private long amount;

    protected MoneyTransfer() {}

    MoneyTransfer(Head head, Fund fromFund, Fund toFund, Money money) {
        super(head);
        this.fromFund = fromFund;
        this.toFund = toFund;
        this.currency = money.currency();
        this.amount = money.minor();
    }

    @Override
    Long getId() {
        return id;
    }

    Fund getFromFund() {
        return fromFund;
    }

    Fund getToFund() {
        return toFund;
    }

    Money getMoney() {
        return new Money(amount, currency);
    }
}
