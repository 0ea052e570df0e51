package org.kindtrail.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Money;
import org.kindtrail.stock.Lot;

/** Shows purchases; goods are named in the reader's language, which is why no mapper does it. */
@ApplicationScoped
class PurchaseViews {
    private final EntityManager database;
    private final Acts acts;
    private final Catalogue catalogue;
    private final Goods goods;

    PurchaseViews(EntityManager database, Acts acts, Catalogue catalogue, Goods goods) {
        this.database = database;
        this.acts = acts;
        this.catalogue = catalogue;
        this.goods = goods;
    }

    /** In a number of statements that does not grow with it. */
    PurchaseView of(Acts.Recorded<Purchase> recorded) {
        Purchase act = recorded.act();
        String currency = act.getTotal().currency();
        database.flush();
        return new PurchaseView(
                act.getCode(),
                act.getSupplier(),
                act.getReceiptNumber(),
                act.getTotal().plain(),
                currency,
                act.getPlace().getCode(),
                act.getPlace().label(),
                act.getProgramme() == null ? null : act.getProgramme().getCode(),
                act.getProgramme() == null ? null : act.getProgramme().getName(),
                act.getBudgetLine() == null ? null : act.getBudgetLine().getLine(),
                act.getBudgetLine() == null ? null : act.getBudgetLine().getName(),
                lines(act).stream().map(line -> line(line, currency)).toList(),
                draws(act).stream().map(draw -> draw(draw, currency)).toList(),
                refunds(act),
                receipts(act),
                act.getRemark(),
                act.getOccurredAt(),
                act.getRecordedAt(),
                recorded.by(),
                act.getReversedAt());
    }

    private List<Purchase.Line> lines(Purchase act) {
        database.createQuery(
                        "select l from Purchase d join d.lines n join n.lot l where d = :purchase", Lot.class)
                .setParameter("purchase", act)
                .getResultList();
        return act.getLines();
    }

    private List<Purchase.Draw> draws(Purchase act) {
        database.createQuery("select f from Purchase d join d.draws w join w.fund f where d = :purchase", Fund.class)
                .setParameter("purchase", act)
                .getResultList();
        return act.getDraws();
    }

    private List<RefundView> refunds(Purchase act) {
        return acts.read(RefundService.REFUNDS, " and d.purchase = :purchase", "purchase", act, 500).stream()
                .map(RefundView::of)
                .toList();
    }

    private List<PurchaseView.Receipt> receipts(Purchase act) {
        return database.createQuery(
                        """
                        select new org.kindtrail.fund.PurchaseView$Receipt(r.number, r.contentType, r.size, r.addedAt)
                        from PurchaseReceipt r where r.purchaseId = :purchase order by r.number""",
                        PurchaseView.Receipt.class)
                .setParameter("purchase", act.getId())
                .getResultList();
    }

    private PurchaseView.Line line(Purchase.Line line, String currency) {
        Lot lot = line.getLot();
        Item item = catalogue.of(lot.getItem().getId());
        return new PurchaseView.Line(
                line.getLine(),
                lot.getCode(),
                item.getCode(),
                catalogue.label(item),
                lot.getSize(),
                lot.getFits(),
                lot.getGrade(),
                lot.getQuantity(),
                item.getUnit(),
                new Money(line.getPrice(), currency).plain(),
                goods.say(item, lot.getSize(), lot.getQuantity()));
    }

    private static PurchaseView.Draw draw(Purchase.Draw draw, String currency) {
        return new PurchaseView.Draw(
                draw.getFund().getCode(),
                draw.getFund().getName(),
                draw.getMoney().plain(),
                draw.getMoney().currency(),
                new Money(draw.getCountsFor(), currency).plain(),
                draw.getRate());
    }
}
