package org.kindtrail.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.ConversionKind;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Making;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Reverse;

/** Goods that go back to the supplier, for money. */
@ApplicationScoped
public class RefundService {
    static final Acts.Kind<Refund> REFUNDS = new Acts.Kind<>(
            Refund.class,
            CodeKind.REFUND,
            "Refund",
            "join fetch d.fund join fetch d.purchase",
            "d.fund = :fund");

    private final Acts acts;
    private final Funds funds;
    private final Places places;
    private final Ledger ledger;
    private final Catalogue catalogue;
    private final Goods goods;
    private final EntityManager database;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;

    RefundService(
            Acts acts,
            Funds funds,
            Places places,
            Ledger ledger,
            Catalogue catalogue,
            Goods goods,
            EntityManager database,
            Rules rules,
            Scope scope,
            Codes codes) {
        this.scope = scope;
        this.acts = acts;
        this.funds = funds;
        this.places = places;
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.goods = goods;
        this.database = database;
        this.rules = rules;
        this.codes = codes;
    }

    /**
     * Goods went back, and money came for them. The purchase is locked, so that what came back never adds up to more than
     * was paid.
     *
     * @throws Invalid naming the fields at fault
     * @throws NotThere when less of it is in the house
     */
    @Transactional
    public RefundView record(RecordRefund command) {
        rules.check(command);
        Purchase purchase = purchase(command.purchase());
        purchase.refuseIfReversed();
        Purchase.Line line = purchase.line(command.line().intValue())
                .orElseThrow(() -> Invalid.field(
                        "line", "error_fund_line_unknown", Map.of("purchase", purchase.getCode(), "given", command.line())));
        List<FieldError> faults = new ArrayList<>();
        Money money = Amounts.some("amount", command.amount(), purchase.getTotal().currency(), faults);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        refuseMoreThanPaid(purchase, line, money);
        Fund fund = fund(purchase, command.fund());
        Place only = Amounts.isBlank(command.place()) ? null : places.known("place", command.place());
        Act.Head head = acts.head(CodeKind.REFUND, command.occurredAt(), command.remark());
        List<Making.Input> goBack = lying(line.getLot(), only, command.quantity());
        ledger.convert(new Making(
                ConversionKind.REFUND,
                goBack.get(0).from(),
                new Entry(Reason.REFUNDED, head.code(), head.occurredAt()),
                goBack,
                List.of(new Making.Output(
                        NewLot.money(codes, catalogue.money(money.currency()), money.minor()), fund.getPlace()))));
        return RefundView.of(
                acts.keep(new Refund(head, purchase, line.getLine(), command.quantity(), fund, money)));
    }

    private Purchase purchase(String code) {
        try {
            return acts.locked(PurchaseService.PURCHASES, code);
        } catch (NotFound none) {
            throw Invalid.field("purchase", "error_fund_purchase_unknown", Map.of("given", code));
        }
    }

    private void refuseMoreThanPaid(Purchase purchase, Purchase.Line line, Money money) {
        long before = database.createQuery(
                        """
                        select coalesce(sum(d.amount), 0) from Refund d
                        where d.purchase = :purchase and d.line = :line and d.reversedAt is null""",
                        Long.class)
                .setParameter("purchase", purchase)
                .setParameter("line", line.getLine())
                .getSingleResult();
        if (before + money.minor() > line.getPrice()) {
            String currency = money.currency();
            throw Invalid.field(
                    "amount",
                    "error_fund_refund_more",
                    Map.of(
                            "price", goods.money(new Money(line.getPrice(), currency)),
                            "before", goods.money(new Money(before, currency)),
                            "left", goods.money(new Money(line.getPrice() - before, currency))));
        }
    }

    /** Money goes back to a fund that paid. */
    private Fund fund(Purchase purchase, String typed) {
        if (Amounts.isBlank(typed)) {
            return funds.open("fund", purchase.getDraws().get(0).getFund().getCode());
        }
        Fund fund = funds.open("fund", typed);
        if (purchase.getDraws().stream().noneMatch(draw -> draw.getFund().getId().equals(fund.getId()))) {
            String paid = purchase.getDraws().stream()
                    .map(draw -> draw.getFund().getName())
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw Invalid.field("fund", "error_fund_refund_elsewhere", Map.of("fund", fund.getName(), "funds", paid));
        }
        return fund;
    }

    /** What is free of the lot, in walking order, as much as goes back. */
    private List<Making.Input> lying(Lot lot, Place only, long quantity) {
        List<Object[]> found = database.createQuery(
                        """
                        select p, b.onHand - b.allocated from Balance b join Place p on p.id = b.placeId left join p.top s
                        where b.lotId = :lot and coalesce(s.kind, p.kind) = SITE and not p.sealed and p.organisationId = :organisation and b.onHand > b.allocated
                          and (:anywhere = true or p = :only or s = :only or p.parent = :only) order by p.walk, p.id""",
                        Object[].class)
                .setParameter("lot", lot.getId())
                .setParameter("organisation", scope.organisation())
                .setParameter("anywhere", only == null)
                .setParameter("only", only)
                .getResultList();
        List<Making.Input> inputs = new ArrayList<>();
        long left = quantity;
        for (Object[] row : found) {
            long taken = Math.min(left, (Long) row[1]);
            if (taken > 0) {
                inputs.add(new Making.Input(lot, (Place) row[0], taken));
            }
            left -= taken;
        }
        if (left > 0) {
            throw new NotThere(
                    "quantity",
                    "error_fund_goods_gone",
                    Map.of("lot", lot.getCode(), "wanted", quantity, "there", quantity - left));
        }
        return inputs;
    }

    @Transactional
    public RefundView get(String code) {
        return RefundView.of(acts.get(REFUNDS, code));
    }

    /**
     * Newest first.
     *
     * @param fund code of a fund that got money back; null: of all
     */
    @Transactional
    public Page<RefundView> list(String fund, String after, int size) {
        Fund of = Amounts.isBlank(fund) ? null : funds.get(fund);
        List<RefundView> found = acts.newest(REFUNDS, of, Cursor.id(after), size + 1).stream()
                .map(RefundView::of)
                .toList();
        return Page.of(found, size, RefundView::id);
    }

    @Transactional
    public RefundView reverse(String code, Reverse command) {
        rules.check(command);
        acts.reverse(REFUNDS, code, command.why());
        return get(code);
    }
}
