package org.kindtrail.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.container.ContainerService;
import org.kindtrail.container.ContainerView;
import org.kindtrail.container.MakeContainers;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.Places;
import org.kindtrail.stock.CarryReason;
import org.kindtrail.stock.ContainerMoves;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Transfer;

/** What came and was not to come, and what was in a box that is not what its packing list says. */
@ApplicationScoped
public class SurplusService {
    private final Shipments shipments;
    private final ShipmentLines lines;
    private final ReceivingService receiving;
    private final Contents contents;
    private final ContainerMoves moves;
    private final ContainerService containers;
    private final Ledger ledger;
    private final Places places;
    private final Catalogue catalogue;
    private final ShipmentEvents events;
    private final ShipmentViews views;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final Clock clock;
    private final EntityManager database;

    SurplusService(
            Shipments shipments,
            ShipmentLines lines,
            ReceivingService receiving,
            Contents contents,
            ContainerMoves moves,
            ContainerService containers,
            Ledger ledger,
            Places places,
            Catalogue catalogue,
            ShipmentEvents events,
            ShipmentViews views,
            Rules rules,
            Scope scope,
            Codes codes,
            Clock clock,
            EntityManager database) {
        this.shipments = shipments;
        this.lines = lines;
        this.receiving = receiving;
        this.contents = contents;
        this.moves = moves;
        this.containers = containers;
        this.ledger = ledger;
        this.places = places;
        this.catalogue = catalogue;
        this.events = events;
        this.views = views;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.clock = clock;
        this.database = database;
    }

    /**
     * A box came that is not on the packing list: the sender's, by its code, or some without a code, which get one.
     *
     * @throws Refused when the sender's box is promised to somebody, or on its way elsewhere
     */
    @Transactional
    public ShipmentView surplus(String code, RecordSurplus command) {
        rules.check(command);
        if ((command.container() == null) == (command.boxes() == null)) {
            throw Invalid.field("container", "error_shipment_surplus_which");
        }
        Shipment shipment = shipments.lockToReceive(code);
        shipment.mustTakeBoxes();
        Place to = receiving.place(shipment, command.place());
        Instant now = clock.instant();
        boolean late = shipment.getState() == Shipment.State.RECEIVED;
        if (command.container() == null) {
            unlabelled(shipment, to, command, now);
        } else {
            labelled(shipment, to, command, now);
        }
        if (late) {
            shipments.openReceipt(shipment).ifPresent(receipt -> receipt.finish(now, null, null));
        }
        return views.view(shipment);
    }

    private void labelled(Shipment shipment, Place to, RecordSurplus command, Instant now) {
        Place box = sendersBox(shipment, command.container());
        List<Place> all = new ArrayList<>(List.of(box));
        List<Long> level = List.of(box.getId());
        while (!level.isEmpty()) {
            List<Place> next = lines.standingIn(level);
            all.addAll(next);
            level = next.stream().map(Place::getId).toList();
        }
        lines.onAnotherList(all.stream().map(Place::getId).toList(), shipment).ifPresent(other -> {
            throw new Refused("error_shipment_surplus_elsewhere", Map.of("container", other.container()));
        });
        ShipmentReceipt receipt = receiving.receipt(shipment, to, now);
        database.flush();
        moves.receive(List.of(box), null, to, new ContainerMoves.Carry(CarryReason.RECEIVED, receipt.getCode(), now, RoadService.text(command.note())));
        long position = lines.lastPosition(shipment);
        for (Place each : all) {
            lines.persist(ShipmentLine.surplus(shipment, ++position, each, receipt, clock.instant(), scope.personOrNull()));
        }
        events.write(events.now(shipment, ShipmentEvent.Kind.SURPLUS).of(box).counting(all.size()).saying(RoadService.text(command.note())));
    }

    /** A container of the sender's that stands in its house and is not on this list; anything else is as if it did not exist. */
    private Place sendersBox(Shipment shipment, String typed) {
        Invalid unknown = Invalid.field(
                "container", "error_shipment_surplus_unknown", Map.of("given", Given.shortened(typed)));
        String code = Code.read(CodeKind.CONTAINER, typed).orElseThrow(() -> unknown);
        Optional<ShipmentLine> listed = lines.byCode(shipment, code);
        if (listed.isPresent()) {
            throw Invalid.field("container", "error_shipment_surplus_listed", Map.of("container", code));
        }
        return places.find(
                        """
                        from Place p left join fetch p.parent join fetch p.top t where p.code = ?1 and p.organisationId = ?2
                          and p.active and t.kind = SITE""",
                        code,
                        shipment.getOrganisation().getId())
                .firstResultOptional()
                .orElseThrow(() -> unknown);
    }

    private void unlabelled(Shipment shipment, Place to, RecordSurplus command, Instant now) {
        if (shipment.getPartner() != null) {
            throw Invalid.field("boxes", "error_shipment_surplus_partner");
        }
        ShipmentReceipt receipt = receiving.receipt(shipment, to, now);
        List<String> made = containers
                .make(new MakeContainers(PlaceKind.BOX, command.boxes().longValue(), null, to.getCode(), null))
                .containers()
                .stream()
                .map(ContainerView::code)
                .toList();
        List<Place> fresh = List.copyOf(lines.inUse(made, scope.organisation()).values());
        String note = RoadService.text(command.note());
        Item bag = catalogue.find(Item.UNSORTED_BAG);
        Entry entry = new Entry(Reason.SURPLUS, receipt.getCode(), now, note);
        for (Place box : fresh) {
            ledger.find(box, entry, List.of(new NewLot(codes.next(CodeKind.BAG), bag, null, null, Grade.UNSORTED, 1)));
        }
        long position = lines.lastPosition(shipment);
        for (Place each : fresh) {
            lines.persist(ShipmentLine.surplus(shipment, ++position, each, receipt, clock.instant(), scope.personOrNull()));
        }
        events.write(events.now(shipment, ShipmentEvent.Kind.SURPLUS)
                .of(fresh.size() == 1 ? fresh.get(0) : null)
                .counting(fresh.size())
                .saying(note));
    }

    /**
     * A box was opened and counted against its packing list: what is short is lost, what is damaged is let go, what is there
     * beyond the list is found. Lots that are not named are as the list says.
     *
     * @throws Refused when it is sealed, was counted before, or is not in the house
     */
    @Transactional
    public ShipmentLineView count(String code, String container, CountBox command) {
        rules.check(command);
        Shipment shipment = shipments.lockToReceive(code);
        shipment.mustTakeBoxes();
        ShipmentLine line = lines.of(shipment, container);
        line.count(clock.instant());
        Map<String, Contents.Held> listed = new HashMap<>();
        contents.of(List.of(line.getId()))
                .getOrDefault(line.getId(), List.of())
                .forEach(held -> listed.put(held.lot().getCode(), held));
        List<Counted> counted = counted(command, listed);
        Entry entry = new Entry(Reason.SHORT, line.getReceipt().getCode(), clock.instant());
        post(line.getContainer(), counted, entry);
        counted.stream()
                .filter(each -> each.received() != each.held().quantity() || each.damaged() > 0)
                .forEach(each -> database.persist(new ShipmentCount(
                        line, each.held().lot(), each.held().quantity(), each.received(), each.damaged())));
        found(line, entry, command);
        if (!counted.isEmpty() || (command.found() != null && !command.found().isEmpty())) {
            events.write(events.now(shipment, ShipmentEvent.Kind.COUNTED).of(line.getContainer()));
        }
        database.flush();
        return views.line(line);
    }

    private record Counted(Contents.Held held, long received, long damaged) {}

    private List<Counted> counted(CountBox command, Map<String, Contents.Held> listed) {
        List<FieldError> faults = new ArrayList<>();
        List<Counted> counted = new ArrayList<>();
        List<CountBox.CountedLot> given = command.lots() == null ? List.of() : command.lots();
        for (int i = 0; i < given.size(); i++) {
            CountBox.CountedLot each = given.get(i);
            String path = "lots[" + i + "].";
            Contents.Held held = Code.read(CodeKind.BAG, each.lot()).map(listed::remove).orElse(null);
            long damaged = each.damaged() == null ? 0 : each.damaged();
            if (held == null) {
                faults.add(new FieldError(path + "lot", "error_shipment_lot_not_on_list", Map.of("given", Given.shortened(each.lot()))));
                continue;
            }
            long most = Math.max(CountBox.MOST_IN_A_BOX, 2 * held.quantity());
            if (each.received() > most) {
                faults.add(new FieldError(path + "received", "error_shipment_more_than_a_box", Map.of("given", each.received(), "most", most)));
            }
            if (damaged > each.received()) {
                faults.add(new FieldError(path + "damaged", "error_shipment_damaged_more", Map.of("damaged", damaged, "received", each.received())));
            }
            counted.add(new Counted(held, each.received(), damaged));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return counted;
    }

    private void post(Place box, List<Counted> counted, Entry entry) {
        List<Transfer> transfers = new ArrayList<>();
        List<NewLot> surplus = new ArrayList<>();
        for (Counted each : counted) {
            Lot lot = each.held().lot();
            long sent = each.held().quantity();
            long gone = Math.max(0, sent - each.received());
            long spoilt = Math.min(each.damaged(), sent - gone);
            long more = Math.max(0, each.received() - sent) - (each.damaged() - spoilt);
            if (gone > 0) {
                transfers.add(new Transfer(lot, box, ledger.boundary(Place.LOST), gone, entry));
            }
            if (spoilt > 0) {
                Entry let = new Entry(Reason.DAMAGED, entry.document(), entry.occurredAt());
                transfers.add(new Transfer(lot, box, ledger.boundary(Place.LET_GO), spoilt, let));
            }
            if (more > 0) {
                surplus.add(new NewLot(
                        codes.next(CodeKind.BAG), lot.getItem(), lot.getSize(), lot.getFits(), lot.getGrade(), more)
                        .until(lot.getExpiresOn()));
            }
        }
        if (!transfers.isEmpty()) {
            ledger.move(transfers);
        }
        if (!surplus.isEmpty()) {
            ledger.find(box, new Entry(Reason.SURPLUS, entry.document(), entry.occurredAt()), surplus);
        }
    }

    private void found(ShipmentLine line, Entry entry, CountBox command) {
        List<CountBox.FoundGoods> given = command.found() == null ? List.of() : command.found();
        if (given.isEmpty()) {
            return;
        }
        List<NewLot> goods = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            CountBox.FoundGoods each = given.get(i);
            String path = "found[" + i + "].";
            Item item = catalogue.active(path + "item", each.item());
            String size = each.size() == null || each.size().isBlank() ? null : each.size();
            catalogue.checkFit(path, item, size, null);
            if (each.quantity() > CountBox.MOST_IN_A_BOX) {
                throw Invalid.field(
                        path + "quantity",
                        "error_shipment_more_than_a_box",
                        Map.of("given", each.quantity(), "most", CountBox.MOST_IN_A_BOX));
            }
            Grade grade = each.grade() == null ? Grade.GOOD : each.grade();
            goods.add(new NewLot(codes.next(CodeKind.BAG), item, size, null, grade, each.quantity()));
        }
        List<Lot> made = ledger.find(
                line.getContainer(), new Entry(Reason.SURPLUS, entry.document(), entry.occurredAt()), goods);
        made.forEach(lot -> database.persist(new ShipmentCount(line, lot, 0, lot.getQuantity(), 0)));
    }
}
