package org.kindtrail.fund;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.kindtrail.kernel.Money;

/** Goods of a line of a purchase that went back to the supplier, and the money that came back for them. */
@Entity
class Refund extends Act {
    @Id
    @GeneratedValue(generator = "refund_seq")
    @SequenceGenerator(name = "refund_seq", sequenceName = "refund_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Purchase purchase;

    private int line;
    private long quantity;

    @ManyToOne(fetch = FetchType.LAZY)
    private Fund fund;

    private String currency;
    private long amount;

    protected Refund() {}

    Refund(Head head, Purchase purchase, int line, long quantity, Fund fund, Money money) {
        super(head);
        this.purchase = purchase;
        this.line = line;
        this.quantity = quantity;
        this.fund = fund;
        this.currency = money.currency();
        this.amount = money.minor();
    }

    @Override
    Long getId() {
        return id;
    }

    Purchase getPurchase() {
        return purchase;
    }

    /** Of the purchase, from 1. */
    int getLine() {
        return line;
    }

    /** What went back, in the item's unit. */
    long getQuantity() {
        return quantity;
    }

    Fund getFund() {
        return fund;
    }

    Money getMoney() {
        return new Money(amount, currency);
    }
}
