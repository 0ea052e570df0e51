package org.kindtrail.sale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Reverse;
import org.kindtrail.stock.Transfer;

/** Counts the takings of a sale against its receipts, and keeps what is in the fund equal to what is in the cash box. */
@ApplicationScoped
public class TakingsService {
    private static final int BATCH = 100;

    private final SaleDrives drives;
    private final Sales sales;
    private final CountedTakings takings;
    private final Ledger ledger;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Clock clock;

    TakingsService(
            SaleDrives drives,
            Sales sales,
            CountedTakings takings,
            Ledger ledger,
            Catalogue catalogue,
            Goods goods,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Clock clock) {
        this.drives = drives;
        this.sales = sales;
        this.takings = takings;
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.goods = goods;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /**
     * @throws Invalid when the count differs and nobody says why; the words say by how much
     * @throws Refused when nothing was sold since the count before, or what is missing was spent already
     */
    @Transactional
    public TakingsView count(CountTakings command) {
        rules.check(command);
        SaleTerms terms = drives.locked("drive", command.drive());
        List<FieldError> faults = new ArrayList<>();
        Money counted = Money.read("counted", command.counted(), terms.getCurrency(), faults);
        if (counted == null) {
            throw new Invalid(faults);
        }
        Sales.Sums sold = sales.sums(terms.getDrive(), false);
        Money expected = new Money(sold.total(), terms.getCurrency());
        if (sold.receipts() == 0 && counted.minor() == 0) {
            throw new Refused("error_sale_nothing_to_count", Map.of("drive", terms.getDrive().getTitle()));
        }
        String why = command.why() == null || command.why().isBlank() ? null : command.why().strip();
        Money difference = counted.minus(expected);
        if (difference.minor() != 0 && why == null) {
            throw Invalid.field("why", "error_sale_difference", said(expected, counted, difference));
        }
        Instant now = clock.instant();
        Takings count = new Takings(
                terms.getDrive(),
                codes.next(CodeKind.TAKINGS),
                expected,
                counted,
                sold.receipts(),
                difference.minor() == 0 ? null : why,
                now,
                scope.person());
        takings.persist(count);
        sales.count(terms.getDrive(), count);
        settle(terms, difference.minor(), new Entry(Reason.COUNTED, count.getCode(), now, why));
        takings.flush();
        return takings.view(count.getCode());
    }

    private Map<String, Object> said(Money expected, Money counted, Money difference) {
        return Map.of(
                "expected", goods.money(expected),
                "counted", goods.money(counted),
                "difference", goods.money(new Money(Math.abs(difference.minor()), difference.currency())),
                "direction", difference.minor() < 0 ? "less" : "more");
    }

    /** Makes the fund hold what the cash box holds. */
    private void settle(SaleTerms terms, long difference, Entry entry) {
        Place fund = terms.getFund().getPlace();
        Item money = catalogue.money(terms.getCurrency());
        if (difference > 0) {
            ledger.find(fund, entry, List.of(NewLot.money(codes, money, difference)));
        } else if (difference < 0) {
            ledger.move(missing(terms, money, -difference, entry));
        }
    }

    /** Of the newest proceeds of this drive that still lie in the fund. */
    private List<Transfer> missing(SaleTerms terms, Item money, long missing, Entry entry) {
        Place fund = terms.getFund().getPlace();
        Place lost = ledger.boundary(Place.LOST);
        List<Transfer> transfers = new ArrayList<>();
        long left = missing;
        for (int from = 0; left > 0; from += BATCH) {
            List<CountedTakings.Proceeds> some = takings.proceeds(terms.getDrive(), fund, money, from, BATCH);
            for (CountedTakings.Proceeds each : some) {
                long taken = Math.min(left, each.free());
                if (taken > 0) {
                    transfers.add(new Transfer(each.lot(), fund, lost, taken, entry));
                    left -= taken;
                }
            }
            if (some.size() < BATCH && left > 0) {
                throw spent(terms, missing, missing - left);
            }
        }
        return transfers;
    }

    private Refused spent(SaleTerms terms, long missing, long there) {
        return new Refused(
                "error_sale_missing_spent",
                Map.of(
                        "missing", goods.money(new Money(missing, terms.getCurrency())),
                        "there", goods.money(new Money(there, terms.getCurrency())),
                        "fund", terms.getFund().getName(),
                        "documents", String.join(", ", takings.spentBy(terms.getDrive(), terms.getFund().getPlace()))));
    }

    /**
     * A count that was wrong: its receipts can be counted anew.
     *
     * @throws Refused naming what stands in the way: what found money was spent on
     */
    @Transactional
    public TakingsView reverse(String code, Reverse command) {
        rules.check(command);
        Takings count = takings.get(code);
        drives.locked("drive", count.getDrive().getCode());
        takings.lock(count);
        count.reverse(clock.instant());
        if (count.getDifference().minor() != 0) {
            ledger.reverse(count.getCode(), command.why().strip());
        }
        sales.uncount(count);
        history.note(count.getCode(), "takings_reversed", null, command.why().strip());
        takings.flush();
        return takings.view(count.getCode());
    }

    @Transactional
    public TakingsView get(String code) {
        return takings.view(code);
    }

    /** @param drive code of a drive; null: all */
    @Transactional
    public Page<TakingsView> list(String drive, String after, int size) {
        return Page.of(
                takings.newest(drive == null ? null : drives.drive(drive), Cursor.id(after), size + 1),
                size,
                TakingsView::id);
    }
}
