package org.kindtrail.fund;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;
import org.kindtrail.stock.NewLot;

/** Reads what was written of a purchase into lots and draws, and says of each field what does not fit. */
@ApplicationScoped
class PurchaseReading {
    private static final Set<Grade> BOUGHT = EnumSet.of(Grade.NEW, Grade.GOOD, Grade.WORN);

    private final Catalogue catalogue;
    private final Funds funds;
    private final Goods goods;
    private final Codes codes;

    PurchaseReading(Catalogue catalogue, Funds funds, Goods goods, Codes codes) {
        this.catalogue = catalogue;
        this.funds = funds;
        this.goods = goods;
        this.codes = codes;
    }

    /**
     * What a fund pays.
     *
     * @param path of the draw's fields
     * @param countsFor in the minor unit of the purchase's currency
     * @param rate null when none was typed
     */
    record Drawn(String path, Fund fund, Money money, long countsFor, Rate rate) {}

    /** @param lots each worth its price */
    record Read(Money total, List<NewLot> lots, List<Drawn> draws) {}

    /** @throws Invalid naming the fields at fault */
    Read read(RecordPurchase command) {
        List<FieldError> faults = new ArrayList<>();
        String currency = Amounts.currency("currency", command.currency(), faults);
        List<NewLot> lots = new ArrayList<>();
        for (int i = 0; i < command.lines().size(); i++) {
            lots.add(lot("lines[" + i + "].", command.lines().get(i), currency, faults));
        }
        refuse(faults);
        long sum = lots.stream().mapToLong(lot -> lot.worth().minor()).sum();
        if (sum == 0) {
            throw Invalid.field("lines[0].price", "error_fund_nothing");
        }
        Money total = new Money(sum, currency);
        List<Drawn> draws = new ArrayList<>();
        for (int i = 0; i < command.draws().size(); i++) {
            Drawn drawn = draw("draws[" + i + "].", command.draws().get(i), total, command.draws().size() == 1, faults);
            if (drawn != null) {
                draws.add(drawn);
            }
        }
        refuse(faults);
        refuseTwice(draws);
        addUp(draws, total);
        return new Read(total, lots, draws);
    }

    private static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private NewLot lot(String path, RecordPurchase.Line line, String currency, List<FieldError> faults) {
        try {
            Item item = catalogue.active(path + "item", line.item());
            if (item.getCategory().equals(Catalogue.UNSORTED)) {
                throw Invalid.field(path + "item", "error_fund_item_unsorted", Map.of("item", catalogue.label(item)));
            }
            String size = Amounts.isBlank(line.size()) ? null : line.size().strip();
            catalogue.checkFit(path, item, size, line.fits());
            Grade grade = line.grade() == null ? Grade.NEW : line.grade();
            if (!BOUGHT.contains(grade)) {
                throw Invalid.field(path + "grade", "error_fund_grade");
            }
            catalogue.checkExpiry(path, item, line.expiresOn());
            Money price = currency == null ? null : Money.read(path + "price", line.price(), currency, faults);
            return new NewLot(codes.next(CodeKind.BAG), item, size, line.fits(), grade, line.quantity(), price)
                    .until(line.expiresOn());
        } catch (Invalid invalid) {
            faults.addAll(invalid.fields());
            return null;
        }
    }

    private Drawn draw(String path, RecordPurchase.Draw draw, Money total, boolean only, List<FieldError> faults) {
        int before = faults.size();
        String currency = Amounts.isBlank(draw.currency())
                ? total.currency()
                : Amounts.currency(path + "currency", draw.currency(), faults);
        boolean same = total.currency().equals(currency);
        Money money = same && only && Amounts.isBlank(draw.amount())
                ? total
                : Amounts.some(path + "amount", draw.amount(), currency, faults);
        Rate rate = Rate.read(path + "rate", draw.rate(), faults);
        Money typed = Amounts.isBlank(draw.countsFor())
                ? null
                : Amounts.some(path + "countsFor", draw.countsFor(), total.currency(), faults);
        if (same && !Amounts.isBlank(draw.rate())) {
            faults.add(new FieldError(path + "rate", "error_fund_rate_of_one", Map.of("currency", total.currency())));
        } else if (same && typed != null && money != null && !typed.equals(money)) {
            faults.add(new FieldError(path + "countsFor", "error_fund_counts_for_itself", Map.of("currency", total.currency())));
        } else if (!same && Amounts.isBlank(draw.rate()) && Amounts.isBlank(draw.countsFor())) {
            faults.add(new FieldError(path + "rate", "error_fund_rate_missing"));
        }
        try {
            Fund fund = funds.open(path + "fund", draw.fund());
            if (faults.size() > before) {
                return null;
            }
            Money counts = same ? money : Rated.second(path + "countsFor", money, typed, total.currency(), rate, goods);
            return new Drawn(path, fund, money, counts.minor(), rate);
        } catch (Invalid invalid) {
            faults.addAll(invalid.fields());
            return null;
        }
    }

    private static void refuseTwice(List<Drawn> draws) {
        Set<String> seen = new HashSet<>();
        for (Drawn each : draws) {
            if (!seen.add(each.fund().getId() + each.money().currency())) {
                throw Invalid.field(
                        each.path() + "fund",
                        "error_fund_twice",
                        Map.of("fund", each.fund().getName(), "currency", each.money().currency()));
            }
        }
    }

    private void addUp(List<Drawn> draws, Money total) {
        long sum = draws.stream().mapToLong(Drawn::countsFor).sum();
        if (sum != total.minor()) {
            Money difference = new Money(Math.abs(sum - total.minor()), total.currency());
            throw Invalid.field(
                    draws.get(draws.size() - 1).path() + "amount",
                    sum < total.minor() ? "error_fund_draws_less" : "error_fund_draws_more",
                    Map.of(
                            "total", goods.money(total),
                            "drawn", goods.money(new Money(sum, total.currency())),
                            "difference", goods.money(difference)));
        }
    }
}
