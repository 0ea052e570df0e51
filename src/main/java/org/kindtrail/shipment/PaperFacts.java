package org.kindtrail.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;

/** What the papers of a shipment say, and to which shipment a number on one belongs. */
@ApplicationScoped
class PaperFacts {
    private final Shipments shipments;
    private final ShipmentViews views;
    private final Contents contents;
    private final Catalogue catalogue;
    private final Scope scope;
    private final EntityManager database;

    PaperFacts(
            Shipments shipments,
            ShipmentViews views,
            Contents contents,
            Catalogue catalogue,
            Scope scope,
            EntityManager database) {
        this.shipments = shipments;
        this.views = views;
        this.contents = contents;
        this.catalogue = catalogue;
        this.scope = scope;
        this.database = database;
    }

    /** So much of an item in a size and condition; {@code worth} null: nobody said. */
    record Goods(String itemName, String size, Grade grade, String unit, long boxes, long quantity, Money worth) {
        String what() {
            return size == null ? itemName : itemName + ", " + size;
        }
    }

    /** What is on the packing list, by item. */
    @Transactional
    List<Goods> goods(String code) {
        return contents.totals(shipments.get(code)).stream().map(this::goods).toList();
    }

    private Goods goods(Contents.Total total) {
        Item item = catalogue.of(total.item());
        return new Goods(
                catalogue.label(item),
                total.size(),
                total.grade(),
                item.getUnit(),
                total.boxes(),
                total.quantity(),
                total.currency() == null ? null : new Money(total.worth(), total.currency()));
    }

    /** The lines of a goods received note; with the first of a shipment, what did not come too. */
    @Transactional
    Page<ShipmentLineView> received(String receipt, boolean first, String after, int size) {
        Long from = Cursor.id(after);
        List<ShipmentLine> lines = database.createQuery(
                        """
                        from ShipmentLine l join fetch l.container left join fetch l.within join fetch l.shipment s
                        left join fetch l.receipt r
                        where s = (select n.shipment from ShipmentReceipt n where n.code = :code) and l.position > :after
                          and (r.code = :code or (:first = true and l.state in (MISSING, LOST, FOUND, RETURNED)))
                        order by l.position""",
                        ShipmentLine.class)
                .setParameter("code", receipt)
                .setParameter("after", from == null ? 0 : from)
                .setParameter("first", first)
                .setMaxResults(size + 1)
                .getResultList();
        Page<ShipmentLine> page = Page.of(lines, size, ShipmentLine::getPosition);
        return new Page<>(views.lines(page.rows()), page.next());
    }

    /** The shipment of a goods received note; empty when the code is that of a loss. */
    @Transactional
    Optional<String> shipmentOfReceipt(String typed) {
        return shipmentOf(CodeKind.RECEIPT, typed, "exists (select 1 from ShipmentReceipt r where r.shipment = s and r.code = :code)");
    }

    /** @throws NotFound when no box of a shipment of this organisation was written off by it */
    @Transactional
    String shipmentOfLoss(String typed) {
        return shipmentOf(CodeKind.RECEIPT, typed, "exists (select 1 from ShipmentLine l where l.shipment = s and l.loss = :code)")
                .orElseThrow(() -> new NotFound(typed));
    }

    /** @throws NotFound when it is no waybill of a shipment of this organisation */
    @Transactional
    String shipmentOfWaybill(String typed) {
        return shipmentOf(CodeKind.WAYBILL, typed, "exists (select 1 from ShipmentLeg g where g.shipment = s and g.waybill = :code)")
                .orElseThrow(() -> new NotFound(typed));
    }

    private Optional<String> shipmentOf(CodeKind kind, String typed, String which) {
        return Code.read(kind, typed)
                .flatMap(code -> database.createQuery(
                                "select s.code from Shipment s where " + Shipments.OURS + " and " + which, String.class)
                        .setParameter("code", code)
                        .setParameter("organisation", scope.organisation())
                        .getResultList()
                        .stream()
                        .findFirst());
    }
}
