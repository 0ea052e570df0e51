package org.kindtrail.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.programme.Programmes;
import org.kindtrail.stock.Conversion;
import org.kindtrail.stock.ConversionKind;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Lots;
import org.kindtrail.stock.Making;
import org.kindtrail.stock.Oldest;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Reverse;

/** What is bought with the money of funds. */
@ApplicationScoped
public class PurchaseService {
    static final Acts.Kind<Purchase> PURCHASES = new Acts.Kind<>(
            Purchase.class,
            CodeKind.PURCHASE,
            "Purchase",
            "join fetch d.place p left join fetch p.top left join fetch d.programme left join fetch d.budgetLine",
            "exists (select 1 from d.draws w where w.fund = :fund)");

    private static final int MOST_RECEIPTS = 10;

    private final Acts acts;
    private final PurchaseReading reading;
    private final PurchaseViews views;
    private final Purse purse;
    private final Charging charging;
    private final Programmes programmes;
    private final Places places;
    private final Ledger ledger;
    private final Lots lots;
    private final Funds funds;
    private final EntityManager database;
    private final Rules rules;
    private final Scope scope;
    private final History history;
    private final Clock clock;

    PurchaseService(
            Acts acts,
            PurchaseReading reading,
            PurchaseViews views,
            Purse purse,
            Charging charging,
            Programmes programmes,
            Places places,
            Ledger ledger,
            Lots lots,
            Funds funds,
            EntityManager database,
            Rules rules,
            Scope scope,
            History history,
            Clock clock) {
        this.acts = acts;
        this.reading = reading;
        this.views = views;
        this.purse = purse;
        this.charging = charging;
        this.programmes = programmes;
        this.places = places;
        this.ledger = ledger;
        this.lots = lots;
        this.funds = funds;
        this.database = database;
        this.rules = rules;
        this.scope = scope;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Goods are bought.
     *
     * @throws Invalid naming the fields at fault
     * @throws NotThere when a fund holds less than is drawn on it
     */
    @Transactional
    public PurchaseView record(RecordPurchase command) {
        return record(command, null);
    }

    /** @param receipt null when there is none yet */
    @Transactional
    PurchaseView record(RecordPurchase command, ReceiptFile receipt) {
        rules.check(command);
        PurchaseReading.Read read = reading.read(command);
        Place place = places.open("place", command.place());
        Charging.Charged charged = charging.of(
                new Charging.Asked(command.programme(), command.budgetLine()),
                read.draws().stream()
                        .map(drawn -> new Charging.Payer(drawn.path() + "fund", drawn.fund()))
                        .toList());
        purse.lock(read.draws().stream().map(PurchaseReading.Drawn::fund).toList());
        Act.Head head = acts.head(CodeKind.PURCHASE, command.occurredAt(), command.remark());
        List<Making.Input> inputs = new ArrayList<>();
        for (PurchaseReading.Drawn drawn : read.draws()) {
            List<Oldest.Picked> picked = purse.take(drawn.path() + "amount", drawn.fund(), drawn.money());
            inputs.addAll(weighed(picked, drawn));
        }
        Conversion conversion = ledger.convert(new Making(
                ConversionKind.PURCHASE,
                place,
                new Entry(Reason.BOUGHT, head.code(), head.occurredAt()),
                inputs,
                read.lots().stream()
                        .map(lot -> new Making.Output(lot.keptFor(charged.id()), place))
                        .toList()));
        Purchase purchase = new Purchase(
                head,
                command.supplier().strip(),
                Amounts.isBlank(command.receiptNumber()) ? null : command.receiptNumber().strip(),
                read.total(),
                place);
        purchase.charge(charged);
        read.draws().forEach(drawn -> purchase.draws(drawn.fund(), drawn.money(), drawn.countsFor(), drawn.rate()));
        for (Lot lot : lots.madeBy(List.of(conversion))) {
            purchase.brings(lot, lot.getWorth().minor());
        }
        Acts.Recorded<Purchase> kept = acts.keep(purchase);
        if (receipt != null) {
            attach(purchase, receipt);
        }
        return views.of(kept);
    }

    /** Each lot counts by its part of what the draw counts for; the parts add up to that exactly. */
    private static List<Making.Input> weighed(List<Oldest.Picked> picked, PurchaseReading.Drawn drawn) {
        List<Making.Input> inputs = new ArrayList<>();
        BigInteger counts = BigInteger.valueOf(drawn.countsFor());
        BigInteger all = BigInteger.valueOf(drawn.money().minor());
        long taken = 0;
        long weighed = 0;
        for (Oldest.Picked each : picked) {
            taken += each.quantity();
            long upTo = counts.multiply(BigInteger.valueOf(taken)).divide(all).longValueExact();
            inputs.add(new Making.Input(each.lot(), each.place(), each.quantity(), upTo - weighed));
            weighed = upTo;
        }
        return inputs;
    }

    @Transactional
    public PurchaseView get(String code) {
        return views.of(acts.get(PURCHASES, code));
    }

    /**
     * Newest first.
     *
     * @param fund code of a fund that paid; null: of all
     * @param programme code of a programme that they are charged to; null: whatever
     */
    @Transactional
    public Page<PurchaseRow> list(String fund, String programme, String after, int size) {
        Fund of = Amounts.isBlank(fund) ? null : funds.get(fund);
        Acts.Of which = new Acts.Of(of, programmes.idOf(programme));
        List<PurchaseRow> found = acts.newest(PURCHASES, which, Cursor.id(after), size + 1).stream()
                .map(recorded -> row(recorded.act()))
                .toList();
        return Page.of(found, size, PurchaseRow::id);
    }

    private static PurchaseRow row(Purchase act) {
        return new PurchaseRow(
                act.getId(),
                act.getCode(),
                act.getSupplier(),
                act.getReceiptNumber(),
                act.getTotal().plain(),
                act.getTotal().currency(),
                act.getProgramme() == null ? null : act.getProgramme().getCode(),
                act.getProgramme() == null ? null : act.getProgramme().getName(),
                act.getOccurredAt(),
                act.getReversedAt());
    }

    /** The goods are out of the house again and the money is back, as if nothing had been bought. */
    @Transactional
    public PurchaseView reverse(String code, Reverse command) {
        rules.check(command);
        acts.reverse(PURCHASES, code, command.why());
        return get(code);
    }

    /**
     * A photograph or a PDF of its receipt; the same file sent again is kept once.
     *
     * @throws Refused when there are as many as are kept
     */
    @Transactional
    PurchaseView attach(String code, ReceiptFile file) {
        attach(acts.locked(PURCHASES, code), file);
        database.flush();
        database.clear();
        return get(code);
    }

    /**
     * Adds a photograph or a PDF of the receipt, as it was sent.
     *
     * @throws Invalid when it is nothing that is taken
     */
    @Transactional
    public PurchaseView attach(String code, byte[] sent) {
        return attach(code, ReceiptFile.of("", sent));
    }

    private void attach(Purchase purchase, ReceiptFile file) {
        List<String> digests = database.createQuery(
                        "select r.digest from PurchaseReceipt r where r.purchaseId = :purchase", String.class)
                .setParameter("purchase", purchase.getId())
                .getResultList();
        if (digests.contains(file.digest())) {
            return;
        }
        if (digests.size() >= MOST_RECEIPTS) {
            throw new Refused("error_fund_receipts_many", Map.of("most", MOST_RECEIPTS));
        }
        database.persist(new PurchaseReceipt(
                purchase.getId(), digests.size() + 1, file, clock.instant(), scope.person()));
        history.note(purchase.getCode(), "fund_receipt_added", null, null);
    }

    /** @throws NotFound when the purchase has no such receipt */
    @Transactional
    PurchaseReceipt receipt(String code, int number) {
        Purchase purchase = acts.get(PURCHASES, code).act();
        PurchaseReceipt found =
                database.find(PurchaseReceipt.class, new PurchaseReceipt.Key(purchase.getId(), number));
        if (found == null) {
            throw new NotFound(code + "/" + number);
        }
        return found;
    }
}
