package org.kindtrail.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.container.Container;
import org.kindtrail.container.Measures;
import org.kindtrail.kernel.Money;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.stock.Lot;

/**
 * Shows shipments to one of their two organisations: the receiver reads nothing of the sender's places, donors and remarks, the
 * sender nothing of the receiver's places. Items are named in the reader's language, which is why no mapper does it.
 */
@ApplicationScoped
class ShipmentViews {
    /** In a litre. */
    private static final long CUBIC_MM = 1_000_000;

    private final EntityManager database;
    private final Shipments shipments;
    private final Contents contents;
    private final Catalogue catalogue;
    private final Scope scope;

    ShipmentViews(
            EntityManager database, Shipments shipments, Contents contents, Catalogue catalogue, Scope scope) {
        this.database = database;
        this.shipments = shipments;
        this.contents = contents;
        this.catalogue = catalogue;
        this.scope = scope;
    }

    ShipmentView view(Shipment shipment) {
        database.flush();
        boolean sender = shipment.isSentBy(scope.organisation());
        return new ShipmentView(
                shipment.getCode(),
                sender ? ShipmentView.Side.SENDER : ShipmentView.Side.RECEIVER,
                shipment.getState(),
                shipment.getOrganisation().getCode(),
                shipment.getOrganisation().getName(),
                shipment.receiverCode(),
                shipment.receiverName(),
                shipment.receiverCountry(),
                shipment.getPartner() != null,
                shipment.getAbout(),
                sender ? shipment.getRemark() : null,
                shipment.getPlannedDeparture(),
                shipment.getPlannedArrival(),
                shipment.getProposedAt(),
                shipment.getAgreedAt(),
                shipment.getDepartedAt(),
                shipment.getArrivedAt(),
                shipment.getReceivedAt(),
                shipment.getEndedAt(),
                counts(shipment),
                shipments.legs(shipment).stream().map(LegView::of).toList(),
                shipments.receipts(shipment),
                shipment.getVersion());
    }

    ShipmentRow row(Shipment shipment) {
        boolean sender = shipment.isSentBy(scope.organisation());
        return new ShipmentRow(
                shipment.getId(),
                shipment.getCode(),
                sender ? ShipmentView.Side.SENDER : ShipmentView.Side.RECEIVER,
                shipment.getState(),
                sender ? shipment.receiverCode() : shipment.getOrganisation().getCode(),
                sender ? shipment.receiverName() : shipment.getOrganisation().getName(),
                shipment.getAbout(),
                shipment.getPlannedDeparture(),
                shipment.getPlannedArrival(),
                shipment.getDepartedAt(),
                shipment.getReceivedAt());
    }

    private record Tally(PlaceKind kind, ShipmentLine.State state, boolean surplus, boolean damaged, long count) {}

    ShipmentCounts counts(Shipment shipment) {
        List<Tally> all = database.createQuery(
                        """
                        select c.kind, l.state, l.surplus, l.damaged, count(l) from ShipmentLine l join l.container c
                        where l.shipment = :shipment group by c.kind, l.state, l.surplus, l.damaged""",
                        Tally.class)
                .setParameter("shipment", shipment)
                .getResultList();
        return new ShipmentCounts(
                sum(all, each -> !each.surplus() && each.kind() == PlaceKind.BOX),
                sum(all, each -> !each.surplus() && each.kind() == PlaceKind.PALLET),
                sum(all, each -> !each.surplus() && each.kind() == PlaceKind.FREIGHT),
                sum(all, each -> each.state() == ShipmentLine.State.ON_LIST),
                sum(all, each -> each.state() == ShipmentLine.State.RECEIVED),
                sum(all, each -> each.state() == ShipmentLine.State.MISSING),
                sum(all, each -> each.state() == ShipmentLine.State.LOST),
                sum(all, each -> each.state() == ShipmentLine.State.FOUND),
                sum(all, each -> each.state() == ShipmentLine.State.RETURNED),
                sum(all, Tally::surplus),
                sum(all, Tally::damaged));
    }

    private static long sum(List<Tally> all, java.util.function.Predicate<Tally> which) {
        return all.stream().filter(which).mapToLong(Tally::count).sum();
    }

    /** With what is in them, and what was counted; a bounded number of statements however many. */
    List<ShipmentLineView> lines(List<ShipmentLine> lines) {
        List<Long> ids = lines.stream().map(ShipmentLine::getId).toList();
        Map<Long, List<Contents.Held>> held = contents.of(ids);
        Map<Long, List<ShipmentLineView.Counted>> counted = counted(ids);
        Map<Long, Measures> measures = measures(lines);
        return lines.stream()
                .map(line -> line(
                        line,
                        measures.getOrDefault(line.getContainer().getId(), Measures.UNKNOWN),
                        held.getOrDefault(line.getId(), List.of()).stream().map(this::content).toList(),
                        counted.getOrDefault(line.getId(), List.of())))
                .toList();
    }

    ShipmentLineView line(ShipmentLine line) {
        return lines(List.of(line)).get(0);
    }

    private ShipmentLineView line(
            ShipmentLine line,
            Measures measures,
            List<ShipmentLineView.Content> inside,
            List<ShipmentLineView.Counted> counted) {
        boolean sender = line.getShipment().isSentBy(scope.organisation());
        Money claim = sender ? line.getClaim() : null;
        return new ShipmentLineView(
                line.getPosition(),
                line.getContainer().getCode(),
                line.getContainer().getKind(),
                line.getWithin() == null ? null : line.getWithin().getCode(),
                measures.weight(),
                litres(measures),
                line.getState(),
                line.isSurplus(),
                line.isDamaged(),
                line.getDamage(),
                line.getReceivedAt(),
                line.getReceipt() == null ? null : line.getReceipt().getCode(),
                line.getCountedAt(),
                line.getLoss(),
                line.getLossWhy(),
                claim == null ? null : claim.plain(),
                claim == null ? null : claim.currency(),
                claim == null ? null : line.getClaimNote(),
                inside,
                counted);
    }

    private Map<Long, Measures> measures(List<ShipmentLine> lines) {
        Map<Long, Measures> measures = new HashMap<>();
        for (List<Long> some : ShipmentLines.batches(
                lines.stream().map(line -> line.getContainer().getId()).toList())) {
            database.createQuery("from Container c where c.placeId in :ids", Container.class)
                    .setParameter("ids", some)
                    .getResultList()
                    .forEach(container -> measures.put(container.getPlaceId(), container.measures()));
        }
        return measures;
    }

    /** Rounded up; null when a side is not known. */
    private static Long litres(Measures measures) {
        if (measures.length() == null || measures.width() == null || measures.height() == null) {
            return null;
        }
        return (measures.length() * measures.width() * measures.height() + CUBIC_MM - 1) / CUBIC_MM;
    }

    ShipmentLineView.Content content(Contents.Held held) {
        Lot lot = held.lot();
        Item item = lot.getItem();
        return new ShipmentLineView.Content(
                lot.getCode(),
                item.getCode(),
                catalogue.label(item),
                lot.getSize(),
                lot.getGrade(),
                item.getUnit(),
                held.quantity());
    }

    private Map<Long, List<ShipmentLineView.Counted>> counted(List<Long> lines) {
        Map<Long, List<ShipmentLineView.Counted>> counted = new HashMap<>();
        for (List<Long> some : ShipmentLines.batches(lines)) {
            database.createQuery(
                            "from ShipmentCount n join fetch n.lot t join fetch t.item where n.line.id in :lines order by n.id",
                            ShipmentCount.class)
                    .setParameter("lines", some)
                    .getResultList()
                    .forEach(count -> counted.computeIfAbsent(count.getLine().getId(), known -> new ArrayList<>())
                            .add(new ShipmentLineView.Counted(
                                    count.getLot().getCode(),
                                    catalogue.label(count.getLot().getItem()),
                                    count.getLot().getSize(),
                                    count.getSent(),
                                    count.getReceived(),
                                    count.getDamaged())));
        }
        return counted;
    }
}
