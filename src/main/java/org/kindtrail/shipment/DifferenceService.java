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
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Transfer;

/** What the sender says became of boxes that did not come, until every difference is accounted for. */
@ApplicationScoped
public class DifferenceService {
    private final Shipments shipments;
    private final ShipmentLines lines;
    private final Ledger ledger;
    private final ShipmentEvents events;
    private final ShipmentViews views;
    private final Rules rules;
    private final Codes codes;
    private final Clock clock;
    private final EntityManager database;

    DifferenceService(
            Shipments shipments,
            ShipmentLines lines,
            Ledger ledger,
            ShipmentEvents events,
            ShipmentViews views,
            Rules rules,
            Codes codes,
            Clock clock,
            EntityManager database) {
        this.shipments = shipments;
        this.lines = lines;
        this.ledger = ledger;
        this.events = events;
        this.views = views;
        this.rules = rules;
        this.codes = codes;
        this.clock = clock;
        this.database = database;
    }

    /** Missing boxes are written off, each by a document of its own, so that each can turn up by itself. */
    @Transactional
    public ShipmentView lose(String code, LoseBoxes command) {
        rules.check(command);
        Shipment shipment = shipments.lockToSend(code);
        shipment.must(Shipment.State.RECEIVED);
        List<ShipmentLine> lost = missing(shipment, command.containers());
        Instant now = clock.instant();
        String why = command.why().strip();
        Map<Long, Entry> entries = new HashMap<>();
        for (ShipmentLine line : lost) {
            line.lose(codes.next(CodeKind.RECEIPT), why, now);
            entries.put(line.getContainer().getId(), new Entry(Reason.SHORT, line.getLoss(), now, why));
        }
        List<Transfer> transfers = transfers(lost, entries);
        if (!transfers.isEmpty()) {
            ledger.lose(transfers);
        }
        for (ShipmentLine line : lost) {
            events.write(events.now(shipment, ShipmentEvent.Kind.LOST).of(line.getContainer()).saying(why));
        }
        return views.view(shipment);
    }

    private List<ShipmentLine> missing(Shipment shipment, List<String> named) {
        List<ShipmentLine> all = lines.page(shipment, ShipmentLine.State.MISSING, false, 0, ReceiveAll.MOST);
        if (named == null || named.isEmpty()) {
            if (all.isEmpty()) {
                throw new Refused("error_shipment_nothing_missing", Map.of("shipment", shipment.getCode()));
            }
            return all;
        }
        Map<String, ShipmentLine> byCode = new HashMap<>();
        all.forEach(line -> byCode.put(line.getContainer().getCode(), line));
        List<ShipmentLine> found = new ArrayList<>();
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            ShipmentLine line = Code.read(CodeKind.CONTAINER, named.get(i)).map(byCode::remove).orElse(null);
            if (line == null) {
                String given = Given.shortened(named.get(i));
                faults.add(new FieldError("containers[" + i + "]", "error_shipment_box_not_missing", Map.of("given", given)));
            } else {
                found.add(line);
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return found;
    }

    private record There(Long place, Long lot, long quantity) {}

    private List<Transfer> transfers(List<ShipmentLine> lost, Map<Long, Entry> entries) {
        Map<Long, Place> boxes = new HashMap<>();
        lost.forEach(line -> boxes.put(line.getContainer().getId(), line.getContainer()));
        List<There> there = database.createQuery(
                        "select b.placeId, b.lotId, b.onHand from Balance b where b.placeId in :boxes and b.onHand > 0 order by b.lotId",
                        There.class)
                .setParameter("boxes", boxes.keySet())
                .getResultList();
        Map<Long, Lot> lots = new HashMap<>();
        for (List<Long> some : ShipmentLines.batches(there.stream().map(There::lot).distinct().toList())) {
            database.createQuery("from Lot l join fetch l.item where l.id in :ids", Lot.class)
                    .setParameter("ids", some)
                    .getResultList()
                    .forEach(lot -> lots.put(lot.getId(), lot));
        }
        Place gone = ledger.boundary(Place.LOST);
        return there.stream()
                .map(each -> new Transfer(
                        lots.get(each.lot()), boxes.get(each.place()), gone, each.quantity(), entries.get(each.place())))
                .toList();
    }

    /** A box that was written off turned up: it is on the road again, with what is in it, and waits to be received. */
    @Transactional
    public ShipmentView find(String code, String container, TellWhy command) {
        rules.check(command);
        Shipment shipment = shipments.lockToSend(code);
        ShipmentLine line = lines.of(shipment, container);
        line.find();
        if (shipment.getState() == Shipment.State.CLOSED) {
            shipment.reopen();
        }
        String why = command.why().strip();
        if (wroteOff(line.getLoss())) {
            ledger.turnUp(line.getLoss(), why);
        }
        events.write(events.now(shipment, ShipmentEvent.Kind.FOUND).of(line.getContainer()).saying(why));
        return views.view(shipment);
    }

    /** An empty box is lost without a movement. */
    private boolean wroteOff(String document) {
        return database.createQuery("select count(m) from Movement m where m.document = :document", Long.class)
                        .setParameter("document", document)
                        .getSingleResult()
                > 0;
    }

    /** What the sender asks of a carrier or an insurer; it may be told again, the last counts. */
    @Transactional
    public ShipmentLineView claim(String code, String container, ClaimBox command) {
        rules.check(command);
        List<FieldError> faults = new ArrayList<>();
        if (!Money.isCurrency(command.currency())) {
            throw Invalid.field(
                    "currency", "error_shipment_currency", Map.of("given", Given.shortened(command.currency())));
        }
        Money amount = Money.read("amount", command.amount(), command.currency(), faults);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        if (amount.minor() == 0) {
            throw Invalid.field("amount", "error_shipment_claim_of_nothing");
        }
        Shipment shipment = shipments.lockToSend(code);
        ShipmentLine line = lines.of(shipment, container);
        line.claim(amount, RoadService.text(command.note()));
        events.write(events.now(shipment, ShipmentEvent.Kind.CLAIMED).of(line.getContainer()));
        database.flush();
        return views.line(line);
    }

    /** @throws Refused while boxes are missing, or wait to be received */
    @Transactional
    public ShipmentView close(String code, CloseShipment command) {
        rules.check(command);
        Shipment shipment = shipments.lockToSend(code);
        shipment.must(Shipment.State.RECEIVED);
        long open = lines.countIn(
                shipment, ShipmentLine.State.ON_LIST, ShipmentLine.State.MISSING, ShipmentLine.State.FOUND);
        if (open > 0) {
            throw new Refused("error_shipment_differences", Map.of("shipment", shipment.getCode(), "open", open));
        }
        shipment.close(clock.instant());
        events.write(events.now(shipment, ShipmentEvent.Kind.CLOSED).saying(RoadService.text(command.note())));
        return views.view(shipment);
    }
}
