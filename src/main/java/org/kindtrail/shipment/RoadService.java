package org.kindtrail.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.CarryReason;
import org.kindtrail.stock.ContainerMoves;

/** Shipments leave, go from leg to leg, and perhaps come back. */
@ApplicationScoped
public class RoadService {
    /** Clocks of those who write down differ by so much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);
    /** More legs than this are told on a second shipment. */
    private static final int MOST_LEGS = 50;

    private final Shipments shipments;
    private final ShipmentLines lines;
    private final ContainerMoves moves;
    private final Places places;
    private final ShipmentEvents events;
    private final ShipmentViews views;
    private final HandoverKeys keys;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final Clock clock;
    private final EntityManager database;

    RoadService(
            Shipments shipments,
            ShipmentLines lines,
            ContainerMoves moves,
            Places places,
            ShipmentEvents events,
            ShipmentViews views,
            HandoverKeys keys,
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
        this.keys = keys;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.clock = clock;
        this.database = database;
    }

    /**
     * It leaves. What is in its boxes at this moment is the packing list; it costs the same however much that is.
     *
     * @throws Refused when nothing is on the list, or goods in a box are promised to somebody
     */
    @Transactional
    public DepartedShipment depart(String code, DepartShipment command) {
        rules.check(command);
        Shipment shipment = shipments.lockToSend(code);
        shipment.must(Shipment.State.AGREED);
        Instant when = moment("departedAt", command.departedAt());
        List<Place> outermost = freeze(shipment);
        Place consignment = Place.consignment(scope.organisation(), codes.next(CodeKind.PLACE), shipment.getCode());
        places.persist(consignment);
        shipment.depart(consignment, when);
        database.flush();
        moves.depart(outermost, consignment, new ContainerMoves.Carry(CarryReason.DEPARTED, shipment.getCode(), when, null));
        shipment.freeze(clock.instant());
        ShipmentLeg leg = firstLeg(shipment, command, when);
        ShipmentCounts counts = views.counts(shipment);
        events.write(events.at(shipment, ShipmentEvent.Kind.DEPARTED, when)
                .on(leg)
                .between(text(command.givenBy()), text(command.takenBy()))
                .counting((int) counts.listed()));
        if (shipment.getPartner() != null) {
            return withKey(shipment);
        }
        return new DepartedShipment(views.view(shipment), null);
    }

    private ShipmentLeg firstLeg(Shipment shipment, DepartShipment command, Instant when) {
        List<ShipmentLeg> planned = shipments.legs(shipment);
        ShipmentLeg first = planned.isEmpty() ? null : planned.get(0);
        if (first == null && command.leg() != null) {
            first = newLeg(shipment, 1, command.leg());
        } else if (first != null && command.leg() != null) {
            first.describe(command.leg());
        }
        if (first != null) {
            first.depart(when);
        }
        return first;
    }

    /**
     * Writes down all containers that leave, with what each stands in, in the order in which one finds them.
     *
     * @return those that stand in no other of the list
     */
    private List<Place> freeze(Shipment shipment) {
        Map<Long, ShipmentLine> listed = lines.all(shipment).stream()
                .collect(Collectors.toMap(line -> line.getContainer().getId(), line -> line, (a, b) -> a, LinkedHashMap::new));
        if (listed.isEmpty()) {
            throw new Refused("error_shipment_empty", Map.of("shipment", shipment.getCode()));
        }
        Map<Long, Place> all = new LinkedHashMap<>();
        listed.values().forEach(line -> all.put(line.getContainer().getId(), line.getContainer()));
        Map<Long, List<Place>> inside = new HashMap<>();
        List<Long> level = List.copyOf(all.keySet());
        while (!level.isEmpty()) {
            List<Long> next = new ArrayList<>();
            for (Place each : lines.standingIn(level)) {
                inside.computeIfAbsent(each.getParent().getId(), known -> new ArrayList<>()).add(each);
                if (all.putIfAbsent(each.getId(), each) == null) {
                    next.add(each.getId());
                }
            }
            level = next;
        }
        if (all.size() > ShipmentService.MOST_ON_LIST) {
            throw new Refused("error_shipment_full", Map.of("most", ShipmentService.MOST_ON_LIST));
        }
        lines.onAnotherList(all.keySet(), shipment).ifPresent(other -> {
            throw new Refused(
                    "error_shipment_box_elsewhere", Map.of("container", other.container(), "shipment", other.shipment()));
        });
        List<Place> outermost =
                all.values().stream().filter(each -> !all.containsKey(each.getParent().getId())).toList();
        long position = 0;
        for (Place each : outermost) {
            position = write(shipment, each, null, position, listed, inside);
        }
        return outermost;
    }

    /** @return the position of the last that was written */
    private long write(
            Shipment shipment,
            Place container,
            Place within,
            long after,
            Map<Long, ShipmentLine> listed,
            Map<Long, List<Place>> inside) {
        long position = after + 1;
        ShipmentLine line = listed.get(container.getId());
        if (line == null) {
            lines.persist(new ShipmentLine(shipment, position, container, within));
        } else {
            line.place(position, within);
        }
        for (Place each : inside.getOrDefault(container.getId(), List.of())) {
            position = write(shipment, each, container, position, listed, inside);
        }
        return position;
    }

    /** A leg is planned; the one that carries on where the one before ends. */
    @Transactional
    public LegView plan(String code, PlanLeg command) {
        rules.check(command);
        checkDays(command);
        Shipment shipment = shipments.lockToSend(code);
        if (!shipment.isOnItsWay()) {
            shipment.mustNotHaveLeft();
        }
        int number = shipments.legs(shipment).size() + 1;
        if (number > MOST_LEGS) {
            throw new Refused("error_shipment_legs", Map.of("most", MOST_LEGS));
        }
        return LegView.of(newLeg(shipment, number, command));
    }

    private ShipmentLeg newLeg(Shipment shipment, int number, PlanLeg command) {
        ShipmentLeg leg = new ShipmentLeg(shipment, number, codes.next(CodeKind.WAYBILL), command);
        database.persist(leg);
        return leg;
    }

    private static void checkDays(PlanLeg command) {
        if (command.plannedDeparture() != null
                && command.plannedArrival() != null
                && command.plannedArrival().isBefore(command.plannedDeparture())) {
            throw Invalid.field(
                    "plannedArrival", "error_shipment_arrives_first", Map.of("start", command.plannedDeparture().toString()));
        }
    }

    /** A leg is told anew, until it has ended. */
    @Transactional
    public LegView change(String code, String waybill, PlanLeg command) {
        rules.check(command);
        checkDays(command);
        Shipment shipment = shipments.lockToSend(code);
        if (!shipment.isOnItsWay()) {
            shipment.mustNotHaveLeft();
        }
        ShipmentLeg leg = shipments.leg(shipment, waybill);
        leg.describe(command);
        return LegView.of(leg);
    }

    /** Either of the two organisations writes down what happened on the way. */
    @Transactional
    public ShipmentView note(String code, NoteOnTheWay command) {
        rules.check(command);
        Shipment shipment = shipments.lock(code);
        shipment.mustBeOnItsWay();
        Instant when = moment("occurredAt", command.occurredAt());
        if (when.isBefore(shipment.getDepartedAt())) {
            throw Invalid.field("occurredAt", "error_shipment_before_departure");
        }
        ShipmentLeg leg = command.waybill() == null ? null : shipments.leg(shipment, command.waybill());
        switch (command.kind()) {
            case LEG_DEPARTED -> named(leg).depart(when);
            case LEG_ARRIVED -> named(leg).arrive(when);
            case ARRIVED -> shipment.arrive(when);
            default -> { }
        }
        events.write(events.at(shipment, command.kind().kind(), when)
                .on(leg)
                .between(text(command.givenBy()), text(command.takenBy()))
                .counting(command.boxes())
                .saying(text(command.note())));
        return views.view(shipment);
    }

    private static ShipmentLeg named(ShipmentLeg leg) {
        if (leg == null) {
            throw Invalid.field("waybill", "error_text_missing");
        }
        return leg;
    }

    /**
     * The sender has boxes back from the road.
     *
     * @throws Refused when they were received meanwhile
     */
    @Transactional
    public ShipmentView takeBack(String code, TakeBack command) {
        rules.check(command);
        Place to = places.open("place", command.place());
        if (!to.getKind().isFixed()) {
            throw Invalid.field("place", "error_shipment_place", Map.of("given", command.place()));
        }
        Shipment shipment = shipments.lockToSend(code);
        shipment.mustTakeBoxes();
        List<ShipmentLines.Awaited> awaited = lines.awaited(shipment);
        List<ShipmentLines.Awaited> back = ShipmentLines.withInside(named(awaited, command.containers()), awaited);
        if (back.isEmpty()) {
            throw new Refused("error_shipment_nothing_on_the_road", Map.of("shipment", shipment.getCode()));
        }
        List<Place> outermost = lines.containers(
                ShipmentLines.outermost(back).stream().map(ShipmentLines.Awaited::container).toList());
        moves.receive(
                outermost,
                shipment.getConsignment(),
                to,
                new ContainerMoves.Carry(CarryReason.RETURNED, shipment.getCode(), clock.instant(), command.why().strip()));
        lines.returned(back);
        if (lines.countIn(shipment, ShipmentLine.State.ON_LIST) == 0) {
            shipment.comeBack(lines.countIn(shipment, ShipmentLine.State.RECEIVED, ShipmentLine.State.MISSING) > 0, clock.instant());
        }
        events.write(events.now(shipment, ShipmentEvent.Kind.RETURNED).counting(back.size()).saying(command.why().strip()));
        return views.view(shipment);
    }

    /** The ones named; when none is, everything that is on the road and not missing. */
    private static List<ShipmentLines.Awaited> named(List<ShipmentLines.Awaited> awaited, List<String> codes) {
        if (codes == null || codes.isEmpty()) {
            return awaited.stream().filter(each -> each.state() != ShipmentLine.State.MISSING).toList();
        }
        return Named.all("containers", codes, awaited);
    }

    /** A new key for a receiver without an account; the one before opens nothing any more. */
    @Transactional
    public DepartedShipment newKey(String code) {
        Shipment shipment = shipments.lockToSend(code);
        if (shipment.getPartner() == null) {
            throw new Refused("error_shipment_receiver_has_account", Map.of("receiver", shipment.receiverName()));
        }
        return withKey(shipment);
    }

    private DepartedShipment withKey(Shipment shipment) {
        String key = keys.of(shipment.getCode(), shipment.getKeyTurn() + 1);
        shipment.handKey(HandoverKeys.hash(key), clock.instant(), scope.person());
        return new DepartedShipment(
                views.view(shipment),
                new DepartedShipment.Handover(shipment.getKeyTurn(), null, HandoverKeys.DOOR));
    }

    /** The key of that turn, for an answer on its way out. */
    public String key(String code, int turn) {
        return keys.of(code, turn);
    }

    /** The key, for the person who made it a few minutes ago; null for everybody else. */
    @Transactional
    public String shownKey(String code) {
        Shipment shipment = shipments.get(code);
        boolean shown = shipment.isSentBy(scope.organisation()) && shipment.showsKeyTo(scope.personOrNull(), clock.instant());
        return shown ? keys.of(shipment.getCode(), shipment.getKeyTurn()) : null;
    }

    private Instant moment(String field, Instant told) {
        Instant now = clock.instant();
        if (told == null) {
            return now;
        }
        if (told.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw Invalid.field(field, "error_date_future", Map.of("given", told.toString()));
        }
        return told;
    }

    static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
