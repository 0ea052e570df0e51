package org.kindtrail.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.stock.ConversionKind;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Making;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Oldest;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Reverse;
import org.kindtrail.stock.Transfer;

/** Money of one currency becomes money of another; what was asked for it leaves the house. */
@ApplicationScoped
public class ExchangeService {
    private static final Acts.Kind<Exchange> EXCHANGES = new Acts.Kind<>(
            Exchange.class,
            CodeKind.EXCHANGE,
            "Exchange",
            "join fetch d.fromFund join fetch d.toFund",
            "(d.fromFund = :fund or d.toFund = :fund)");

    private final Acts acts;
    private final Funds funds;
    private final Purse purse;
    private final Charging charging;
    private final Ledger ledger;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Rules rules;
    private final Codes codes;

    ExchangeService(
            Acts acts,
            Funds funds,
            Purse purse,
            Charging charging,
            Ledger ledger,
            Catalogue catalogue,
            Goods goods,
            Rules rules,
            Codes codes) {
        this.acts = acts;
        this.funds = funds;
        this.purse = purse;
        this.charging = charging;
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.goods = goods;
        this.rules = rules;
        this.codes = codes;
    }

    /**
     * @throws Invalid naming the fields at fault
     * @throws NotThere when the fund holds less than the amount and the fee
     */
    @Transactional
    public ExchangeView record(RecordExchange command) {
        rules.check(command);
        Exchange.Terms terms = terms(command);
        Fund from = funds.open("from", command.from());
        Fund to = Amounts.isBlank(command.to()) ? from : funds.open("to", command.to());
        charging.refuseLeaving(from, to);
        purse.lock(List.of(from));
        Act.Head head = acts.head(CodeKind.EXCHANGE, command.occurredAt(), command.remark());
        long given = terms.given().minor();
        List<Oldest.Picked> picked = purse.take(
                "fromAmount", from, new Money(Math.addExact(given, terms.fee()), terms.given().currency()));
        exchange(head, from, to, terms, picked);
        return view(acts.keep(new Exchange(head, from, to, terms)));
    }

    /** The oldest money is exchanged, what comes after it pays the fee: one call, so that the ledger locks all of it at once. */
    private void exchange(Act.Head head, Fund from, Fund to, Exchange.Terms terms, List<Oldest.Picked> picked) {
        Entry entry = new Entry(Reason.EXCHANGED, head.code(), head.occurredAt());
        Entry asFee = new Entry(Reason.FEE, head.code(), head.occurredAt());
        Place out = ledger.boundary(Place.PAID_OUT);
        List<Making.Input> inputs = new ArrayList<>();
        List<Transfer> fee = new ArrayList<>();
        long left = terms.given().minor();
        for (Oldest.Picked each : picked) {
            long changed = Math.min(left, each.quantity());
            if (changed > 0) {
                inputs.add(new Making.Input(each.lot(), each.place(), changed));
            }
            if (changed < each.quantity()) {
                fee.add(new Transfer(each.lot(), each.place(), out, each.quantity() - changed, asFee));
            }
            left -= changed;
        }
        NewLot got = NewLot.money(
                codes, catalogue.money(terms.got().currency()), terms.got().minor());
        ledger.convert(
                List.of(new Making(
                        ConversionKind.EXCHANGE,
                        from.getPlace(),
                        entry,
                        inputs,
                        List.of(new Making.Output(got, to.getPlace())))),
                fee);
    }

    private Exchange.Terms terms(RecordExchange command) {
        List<FieldError> faults = new ArrayList<>();
        String first = Amounts.currency("fromCurrency", command.fromCurrency(), faults);
        String second = Amounts.currency("toCurrency", command.toCurrency(), faults);
        if (first != null && first.equals(second)) {
            faults.add(new FieldError("toCurrency", "error_fund_same_currency", Map.of("currency", first)));
        }
        Money given = Amounts.some("fromAmount", command.fromAmount(), first, faults);
        Money typed = Amounts.isBlank(command.toAmount())
                ? null
                : Amounts.some("toAmount", command.toAmount(), second, faults);
        Rate rate = Rate.read("rate", command.rate(), faults);
        Money fee = Amounts.isBlank(command.fee()) || first == null
                ? null
                : Money.read("fee", command.fee(), first, faults);
        if (Amounts.isBlank(command.toAmount()) && Amounts.isBlank(command.rate())) {
            faults.add(new FieldError("rate", "error_fund_rate_missing"));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        Money got = Rated.second("toAmount", given, typed, second, rate, goods);
        return new Exchange.Terms(given, got, rate, fee == null ? 0 : fee.minor());
    }

    @Transactional
    public ExchangeView get(String code) {
        return view(acts.get(EXCHANGES, code));
    }

    /**
     * Newest first.
     *
     * @param fund code of a fund that gave or took; null: of all
     */
    @Transactional
    public Page<ExchangeView> list(String fund, String after, int size) {
        Fund of = Amounts.isBlank(fund) ? null : funds.get(fund);
        List<ExchangeView> found = acts.newest(EXCHANGES, of, Cursor.id(after), size + 1).stream()
                .map(ExchangeService::view)
                .toList();
        return Page.of(found, size, ExchangeView::id);
    }

    @Transactional
    public ExchangeView reverse(String code, Reverse command) {
        rules.check(command);
        acts.reverse(EXCHANGES, code, command.why());
        return get(code);
    }

    private static ExchangeView view(Acts.Recorded<Exchange> recorded) {
        Exchange act = recorded.act();
        return new ExchangeView(
                act.getId(),
                act.getCode(),
                act.getFromFund().getCode(),
                act.getFromFund().getName(),
                act.getToFund().getCode(),
                act.getToFund().getName(),
                act.getGiven().plain(),
                act.getGiven().currency(),
                act.getGot().plain(),
                act.getGot().currency(),
                act.getRate(),
                act.getFee().plain(),
                act.getRemark(),
                act.getOccurredAt(),
                act.getRecordedAt(),
                recorded.by(),
                act.getReversedAt());
    }
}
