package org.kindtrail.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.account.Person;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.CarryReason;
import org.kindtrail.stock.ContainerMoves;

/**
 * Shipments are received: box by box, or all at once but what is named. What is received changes hands whatever is in it, so it
 * costs the same however much that is. For a partner without an account the sender receives into the partner's store.
 */
@ApplicationScoped
public class ReceivingService {
    private final Shipments shipments;
    private final ShipmentLines lines;
    private final ContainerMoves moves;
    private final Places places;
    private final ShipmentEvents events;
    private final ShipmentViews views;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final Clock clock;
    private final EntityManager database;

    ReceivingService(
            Shipments shipments,
            ShipmentLines lines,
            ContainerMoves moves,
            Places places,
            ShipmentEvents events,
            ShipmentViews views,
            Rules rules,
            Scope scope,
            Codes codes,
            Clock clock,
            EntityManager database) {
        this.shipments = shipments;
        this.lines = lines;
        this.moves = moves;
        this.places = places;
        this.events = events;
        this.views = views;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.clock = clock;
        this.database = database;
    }

    /**
     * Boxes are received, each with what stands in it.
     *
     * @throws Refused when one was received already: the words say when, and by whom if that was somebody of the house
     */
    @Transactional
    public ShipmentView receive(String code, ReceiveBoxes command) {
        rules.check(command);
        Shipment shipment = shipments.lockToReceive(code);
        shipment.mustTakeBoxes();
        Place to = place(shipment, command.place());
        List<ShipmentLines.Awaited> awaited = lines.awaited(shipment);
        refuseReceived(shipment, command.containers(), awaited);
        List<ShipmentLines.Awaited> come =
                ShipmentLines.withInside(Named.all("containers", command.containers(), awaited), awaited);
        Map<ShipmentLines.Awaited, String> damaged = damaged(command.damaged(), come);
        boolean late = shipment.getState() == Shipment.State.RECEIVED;
        Instant now = clock.instant();
        ShipmentReceipt receipt = receipt(shipment, to, now);
        arrived(shipment, now);
        take(shipment, come, to, receipt, now);
        if (late) {
            receipt.finish(now, null, null);
            events.write(events.now(shipment, ShipmentEvent.Kind.BOX_RECEIVED).counting(come.size()).of(only(come)));
        }
        noteDamaged(shipment, damaged);
        return views.view(shipment);
    }

    /** Everything that was not received yet has come, but what is named; what is on a missing pallet is missing too. */
    @Transactional
    public ShipmentView receiveAll(String code, ReceiveAll command) {
        rules.check(command);
        return all(shipments.lockToReceive(code), command);
    }

    /** The same with a shipment that is locked. */
    ShipmentView all(Shipment shipment, ReceiveAll command) {
        shipment.mustBeOnItsWay();
        Place to = place(shipment, command.place());
        List<ShipmentLines.Awaited> awaited = lines.awaited(shipment);
        List<String> codes = command.missing() == null ? List.of() : command.missing();
        List<ShipmentLines.Awaited> missing = ShipmentLines.withInside(Named.all("missing", codes, awaited), awaited);
        List<ShipmentLines.Awaited> come = awaited.stream().filter(each -> !missing.contains(each)).toList();
        Map<ShipmentLines.Awaited, String> damaged = damaged(command.damaged(), come);
        Instant now = clock.instant();
        ShipmentReceipt receipt = receipt(shipment, to, now);
        arrived(shipment, now);
        end(shipment, come, missing, to, receipt, now);
        noteDamaged(shipment, damaged);
        return finished(shipment, receipt, now, command.takenBy(), command.remark());
    }

    /**
     * Everything that came has been received box by box; what was not is missing. A pallet from which a box was received has come.
     */
    @Transactional
    public ShipmentView finish(String code, FinishReceiving command) {
        rules.check(command);
        Shipment shipment = shipments.lockToReceive(code);
        shipment.mustBeOnItsWay();
        ShipmentReceipt receipt = shipments.openReceipt(shipment)
                .orElseThrow(() -> new Refused("error_shipment_nothing_received", Map.of("shipment", shipment.getCode())));
        List<ShipmentLines.Awaited> awaited = lines.awaited(shipment);
        Set<Long> carried = carriersThatCame(shipment);
        List<ShipmentLines.Awaited> come =
                awaited.stream().filter(each -> carried.contains(each.container())).toList();
        List<ShipmentLines.Awaited> missing = awaited.stream().filter(each -> !come.contains(each)).toList();
        Instant now = clock.instant();
        end(shipment, come, missing, receipt.getPlace(), receipt, now);
        return finished(shipment, receipt, now, command.takenBy(), command.remark());
    }

    /** Pallets and freight containers of the list out of which something was received. */
    private Set<Long> carriersThatCame(Shipment shipment) {
        Set<Long> came = new HashSet<>();
        List<Long> level = database.createQuery(
                        """
                        select distinct l.within.id from ShipmentLine l
                        where l.shipment = :shipment and l.state = RECEIVED and l.within is not null""",
                        Long.class)
                .setParameter("shipment", shipment)
                .getResultList();
        while (!level.isEmpty()) {
            List<Long> fresh = level.stream().filter(came::add).toList();
            level = fresh.isEmpty()
                    ? List.of()
                    : database.createQuery(
                                    """
                                    select distinct l.within.id from ShipmentLine l
                                    where l.shipment = :shipment and l.container.id in :some and l.within is not null""",
                                    Long.class)
                            .setParameter("shipment", shipment)
                            .setParameter("some", fresh)
                            .getResultList();
        }
        return came;
    }

    /** What came is taken; what did not stays on the road by itself, off the pallets that came. */
    private void end(
            Shipment shipment,
            List<ShipmentLines.Awaited> come,
            List<ShipmentLines.Awaited> missing,
            Place to,
            ShipmentReceipt receipt,
            Instant now) {
        Set<Long> coming = new HashSet<>(come.stream().map(ShipmentLines.Awaited::container).toList());
        List<Long> off = missing.stream()
                .filter(each -> coming.contains(each.in()))
                .map(ShipmentLines.Awaited::container)
                .toList();
        if (!off.isEmpty()) {
            Place road = shipment.getConsignment();
            moves.receive(
                    lines.containers(off), road, road, new ContainerMoves.Carry(CarryReason.MISSING, receipt.getCode(), now, null));
        }
        take(shipment, come, to, receipt, now);
        lines.missing(missing);
    }

    private void take(
            Shipment shipment, List<ShipmentLines.Awaited> come, Place to, ShipmentReceipt receipt, Instant now) {
        if (come.isEmpty()) {
            return;
        }
        List<Long> outermost = ShipmentLines.outermost(come).stream().map(ShipmentLines.Awaited::container).toList();
        moves.receive(
                lines.containers(outermost),
                shipment.getConsignment(),
                to,
                new ContainerMoves.Carry(CarryReason.RECEIVED, receipt.getCode(), now, null));
        lines.received(come, receipt, now, scope.personOrNull());
    }

    private ShipmentView finished(Shipment shipment, ShipmentReceipt receipt, Instant now, String takenBy, String remark) {
        shipment.receive(now);
        receipt.finish(now, RoadService.text(takenBy), RoadService.text(remark));
        database.flush();
        ShipmentCounts counts = views.counts(shipment);
        events.write(events.now(shipment, ShipmentEvent.Kind.RECEIVED)
                .between(null, RoadService.text(takenBy))
                .counting((int) counts.received())
                .saying(RoadService.text(remark)));
        return views.view(shipment);
    }

    /** Who receives the first of it has it before them. */
    private void arrived(Shipment shipment, Instant now) {
        if (shipment.getState() == Shipment.State.DEPARTED) {
            shipment.arrive(now);
            events.write(events.now(shipment, ShipmentEvent.Kind.ARRIVED));
        }
    }

    ShipmentReceipt receipt(Shipment shipment, Place to, Instant now) {
        return shipments.openReceipt(shipment).orElseGet(() -> {
            ShipmentReceipt fresh =
                    new ShipmentReceipt(shipment, codes.next(CodeKind.RECEIPT), to, now, scope.personOrNull());
            database.persist(fresh);
            return fresh;
        });
    }

    /** Where it is put: the partner's store, or the site or shelf of the receiver that the command names. */
    Place place(Shipment shipment, String typed) {
        if (shipment.getPartner() != null) {
            return shipment.getPartner().getPlace();
        }
        if (typed == null) {
            throw Invalid.field("place", "error_text_missing");
        }
        Place to = places.open("place", typed);
        if (!to.getKind().isFixed()) {
            throw Invalid.field("place", "error_shipment_place", Map.of("given", Given.shortened(typed)));
        }
        return to;
    }

    /** Somebody else was quicker, or it is not awaited any more: says what became of it. */
    private void refuseReceived(Shipment shipment, List<String> typed, List<ShipmentLines.Awaited> awaited) {
        Set<String> waiting = new HashSet<>(awaited.stream().map(ShipmentLines.Awaited::code).toList());
        for (String each : typed) {
            String code = Code.read(CodeKind.CONTAINER, each).orElse(null);
            if (code == null || waiting.contains(code)) {
                continue;
            }
            lines.byCode(shipment, code).ifPresent(line -> {
                throw whatBecameOf(line);
            });
        }
    }

    private Refused whatBecameOf(ShipmentLine line) {
        String container = line.getContainer().getCode();
        if (line.getState() != ShipmentLine.State.RECEIVED) {
            return new Refused("error_shipment_box_is_" + line.getState().word(), Map.of("container", container));
        }
        Person by = line.getReceivedBy() == null ? null : database.find(Person.class, line.getReceivedBy());
        boolean ours = by != null && scope.organisation().equals(by.getOrganisationId());
        return new Refused(
                ours ? "error_shipment_box_received_by" : "error_shipment_box_is_received",
                Map.of(
                        "container", container,
                        "at", java.util.Date.from(line.getReceivedAt()),
                        "by", ours ? by.getDisplayName() : ""));
    }

    /** What is wrong with which; nothing where nobody said what. */
    private static Map<ShipmentLines.Awaited, String> damaged(List<DamagedBox> given, List<ShipmentLines.Awaited> come) {
        Map<ShipmentLines.Awaited, String> damaged = new LinkedHashMap<>();
        if (given != null) {
            Named.all("damaged", given.stream().map(DamagedBox::container).toList(), come).forEach(each -> damaged.put(each, null));
            for (DamagedBox each : given) {
                String code = Code.read(CodeKind.CONTAINER, each.container()).orElseThrow();
                damaged.replaceAll((box, note) -> box.code().equals(code) ? RoadService.text(each.note()) : note);
            }
        }
        return damaged;
    }

    private void noteDamaged(Shipment shipment, Map<ShipmentLines.Awaited, String> damaged) {
        damaged.forEach((box, note) -> {
            lines.damaged(box.line(), note);
            Place container = database.getReference(Place.class, box.container());
            events.write(events.now(shipment, ShipmentEvent.Kind.DAMAGED).of(container).saying(note));
        });
    }

    private Place only(List<ShipmentLines.Awaited> come) {
        return come.size() == 1 ? database.getReference(Place.class, come.get(0).container()) : null;
    }

    /** A box that was received turns out to be damaged. */
    @Transactional
    public ShipmentLineView damage(String code, String container, TellDamage command) {
        rules.check(command);
        Shipment shipment = shipments.lockToReceive(code);
        shipment.mustTakeBoxes();
        ShipmentLine line = lines.of(shipment, container);
        line.damage(command.note().strip());
        events.write(events.now(shipment, ShipmentEvent.Kind.DAMAGED).of(line.getContainer()).saying(command.note().strip()));
        database.flush();
        return views.line(line);
    }
}
