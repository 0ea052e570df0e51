package org.kindtrail.fund;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.kindtrail.kernel.Money;

/** Money of one currency that became money of another. */
@Entity
class Exchange extends Act {
    @Id
    @GeneratedValue(generator = "exchange_seq")
    @SequenceGenerator(name = "exchange_seq", sequenceName = "exchange_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Fund fromFund;

    @ManyToOne(fetch = FetchType.LAZY)
    private Fund toFund;

    private String fromCurrency;
    private long fromAmount;
    private String toCurrency;
    private long toAmount;
    private String rate;
    private long fee;

    protected Exchange() {}

    Exchange(Head head, Fund fromFund, Fund toFund, Terms terms) {
        super(head);
        this.fromFund = fromFund;
        this.toFund = toFund;
        this.fromCurrency = terms.given().currency();
        this.fromAmount = terms.given().minor();
        this.toCurrency = terms.got().currency();
        this.toAmount = terms.got().minor();
        this.rate = terms.rate() == null ? null : terms.rate().typed();
        this.fee = terms.fee();
    }

    /**
     * What was agreed.
     *
     * @param rate null when both amounts were typed without one
     * @param fee on top of what was given, in its currency's minor unit
     */
    record Terms(Money given, Money got, Rate rate, long fee) {}

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

    Money getGiven() {
        return new Money(fromAmount, fromCurrency);
    }

    Money getGot() {
        return new Money(toAmount, toCurrency);
    }

    /** As it was typed; null when none was. */
    String getRate() {
        return rate;
    }

    /** In the currency that was given. */
    Money getFee() {
        return new Money(fee, fromCurrency);
    }
}
