package org.kindtrail.fund;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindtrail.kernel.Money;
import org.kindtrail.place.Place;
import org.kindtrail.programme.BudgetLine;
import org.kindtrail.programme.Programme;
import org.kindtrail.stock.Lot;

/** Goods that were bought with the money of funds. */
@Entity
class Purchase extends Act {
    /** What was taken out of a fund for it. */
    @Embeddable
    static class Draw {
        private int number;

        @ManyToOne(fetch = FetchType.LAZY)
        private Fund fund;

        private String currency;
        private long amount;
        private long countsFor;
        private String rate;

        protected Draw() {}

        Draw(int number, Fund fund, Money amount, long countsFor, String rate) {
            this.number = number;
            this.fund = fund;
            this.currency = amount.currency();
            this.amount = amount.minor();
            this.countsFor = countsFor;
            this.rate = rate;
        }

        Fund getFund() {
            return fund;
        }

        Money getMoney() {
            return new Money(amount, currency);
        }

        /** In the minor unit of the purchase's currency. */
        long getCountsFor() {
            return countsFor;
        }

        /** As it was typed; null when none was. */
        String getRate() {
            return rate;
        }
    }

    /** A lot that it brought in, and what all of it cost. */
    @Embeddable
    static class Line {
        private int line;

        @ManyToOne(fetch = FetchType.LAZY)
        private Lot lot;

        @Column(name = "amount")
        private long price;

        protected Line() {}

        Line(int line, Lot lot, long price) {
            this.line = line;
            this.lot = lot;
            this.price = price;
        }

        int getLine() {
            return line;
        }

        Lot getLot() {
            return lot;
        }

        /** In the minor unit of the purchase's currency. */
        long getPrice() {
            return price;
        }
    }

    @Id
    @GeneratedValue(generator = "purchase_seq")
    @SequenceGenerator(name = "purchase_seq", sequenceName = "purchase_seq", allocationSize = 50)
    private Long id;

    private String supplier;
    private String receiptNumber;
    private String currency;
    private long total;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place place;

    @ManyToOne(fetch = FetchType.LAZY)
    private Programme programme;

    @ManyToOne(fetch = FetchType.LAZY)
    private BudgetLine budgetLine;

    @ElementCollection
    @CollectionTable(name = "purchase_draw", joinColumns = @JoinColumn(name = "purchase_id"))
    @OrderBy("number")
    private List<Draw> draws = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "purchase_line", joinColumns = @JoinColumn(name = "purchase_id"))
    @OrderBy("line")
    private List<Line> lines = new ArrayList<>();

    protected Purchase() {}

    Purchase(Head head, String supplier, String receiptNumber, Money total, Place place) {
        super(head);
        this.supplier = supplier;
        this.receiptNumber = receiptNumber;
        this.currency = total.currency();
        this.total = total.minor();
        this.place = place;
    }

    void charge(Charging.Charged charged) {
        programme = charged.programme();
        budgetLine = charged.line();
    }

    void draws(Fund fund, Money amount, long countsFor, Rate rate) {
        draws.add(new Draw(draws.size() + 1, fund, amount, countsFor, rate == null ? null : rate.typed()));
    }

    void brings(Lot lot, long price) {
        lines.add(new Line(lines.size() + 1, lot, price));
    }

    Optional<Line> line(int number) {
        return lines.stream().filter(each -> each.getLine() == number).findFirst();
    }

    @Override
    Long getId() {
        return id;
    }

    String getSupplier() {
        return supplier;
    }

    /** Null when it had none. */
    String getReceiptNumber() {
        return receiptNumber;
    }

    Money getTotal() {
        return new Money(total, currency);
    }

    Place getPlace() {
        return place;
    }

    /** The programme that it is charged to; null: none. */
    Programme getProgramme() {
        return programme;
    }

    /** Null when it is charged to none. */
    BudgetLine getBudgetLine() {
        return budgetLine;
    }

    List<Draw> getDraws() {
        return draws;
    }

    List<Line> getLines() {
        return lines;
    }
}
