package org.kindtrail.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindtrail.account.Organisation;
import org.kindtrail.account.Organisations;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.PlaceKind;

/** What is agreed of shipments, and what is put on them before they leave. */
@ApplicationScoped
public class ShipmentService {
    /** More goes on a second shipment. */
    static final long MOST_ON_LIST = 5000;

    private final Shipments shipments;
    private final ShipmentLines lines;
    private final Partners partners;
    private final Organisations organisations;
    private final ShipmentEvents events;
    private final ShipmentViews views;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final Clock clock;
    private final EntityManager database;

    ShipmentService(
            Shipments shipments,
            ShipmentLines lines,
            Partners partners,
            Organisations organisations,
            ShipmentEvents events,
            ShipmentViews views,
            Rules rules,
            Scope scope,
            Codes codes,
            Clock clock,
            EntityManager database) {
        this.shipments = shipments;
        this.lines = lines;
        this.partners = partners;
        this.organisations = organisations;
        this.events = events;
        this.views = views;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.clock = clock;
        this.database = database;
    }

    /** @throws Invalid naming the fields at fault; the code of an organisation that is not there tells no more than a mistyped one */
    @Transactional
    public ShipmentView propose(ProposeShipment command) {
        rules.check(command);
        checkDays(command.plannedDeparture(), command.plannedArrival());
        Partner partner = partners.byCode(command.to()).orElse(null);
        Organisation receiver = partner != null ? null : receiver(command.to());
        if (partner != null && !partner.isOpen()) {
            throw Invalid.field("to", "error_partner_is_closed", Map.of("partner", partner.getName()));
        }
        Organisation mine = organisations.findById(scope.organisation());
        Shipment shipment = new Shipment(mine, codes.next(CodeKind.SHIPMENT), receiver, partner, clock.instant());
        shipment.describe(command.about(), command.remark(), command.plannedDeparture(), command.plannedArrival());
        shipments.persist(shipment);
        events.write(events.now(shipment, ShipmentEvent.Kind.PROPOSED));
        return views.view(shipment);
    }

    private Organisation receiver(String typed) {
        Organisation found = organisations.byCode(typed)
                .orElseThrow(() -> Invalid.field("to", "error_shipment_receiver_unknown", Map.of("given", Given.shortened(typed))));
        if (found.getId().equals(scope.organisation())) {
            throw Invalid.field("to", "error_shipment_to_oneself");
        }
        return found;
    }

    private static void checkDays(java.time.LocalDate leaves, java.time.LocalDate arrives) {
        if (leaves != null && arrives != null && arrives.isBefore(leaves)) {
            throw Invalid.field("plannedArrival", "error_shipment_arrives_first", Map.of("start", leaves.toString()));
        }
    }

    /** @throws Refused when somebody else changed it meanwhile, or it has left */
    @Transactional
    public ShipmentView describe(String code, ChangeShipment command) {
        rules.check(command);
        checkDays(command.plannedDeparture(), command.plannedArrival());
        Shipment shipment = shipments.lockToSend(code);
        if (shipment.getVersion() != command.version()) {
            throw new Refused("error_changed_meanwhile");
        }
        shipment.describe(command.about(), command.remark(), command.plannedDeparture(), command.plannedArrival());
        events.write(events.now(shipment, ShipmentEvent.Kind.DESCRIBED));
        return views.view(shipment);
    }

    /** The receiver wants it; for a partner the sender says so. */
    @Transactional
    public ShipmentView agree(String code) {
        Shipment shipment = shipments.lockToReceive(code);
        shipment.agree(clock.instant());
        events.write(events.now(shipment, ShipmentEvent.Kind.AGREED));
        return views.view(shipment);
    }

    /** The receiver does not want it; what was on its list is free. */
    @Transactional
    public ShipmentView decline(String code, TellWhy command) {
        rules.check(command);
        Shipment shipment = shipments.lockToReceive(code);
        shipment.decline(clock.instant());
        return ended(shipment, ShipmentEvent.Kind.DECLINED, command.why());
    }

    /** It does not leave; what was on its list is free. */
    @Transactional
    public ShipmentView cancel(String code, TellWhy command) {
        rules.check(command);
        Shipment shipment = shipments.lockToSend(code);
        shipment.cancel(clock.instant());
        return ended(shipment, ShipmentEvent.Kind.CANCELLED, command.why());
    }

    private ShipmentView ended(Shipment shipment, ShipmentEvent.Kind how, String why) {
        database.flush();
        lines.letGo(shipment);
        events.write(events.now(shipment, how).saying(why.strip()));
        return views.view(shipment);
    }

    /**
     * Containers go on the packing list, each with what stands in it. They stay where they are, and can be packed further,
     * until the shipment leaves.
     *
     * @throws Invalid naming the codes at fault
     */
    @Transactional
    public ShipmentView pack(String code, PackShipment command) {
        rules.check(command);
        Shipment shipment = shipments.lockToSend(code);
        shipment.mustNotHaveLeft();
        long position = lines.lastPosition(shipment);
        if (position + command.containers().size() > MOST_ON_LIST) {
            throw new Refused("error_shipment_full", Map.of("most", MOST_ON_LIST));
        }
        Set<Place> found = containers(command.containers());
        refuseElsewhere(shipment, found.stream().map(Place::getId).collect(Collectors.toSet()));
        Set<Long> there = new HashSet<>(lines.find("shipment", shipment).stream()
                .map(line -> line.getContainer().getId())
                .toList());
        for (Place container : found) {
            if (there.add(container.getId())) {
                lines.persist(new ShipmentLine(shipment, ++position, container, null));
            }
        }
        return views.view(shipment);
    }

    /** It is on one list at a time. */
    private void refuseElsewhere(Shipment shipment, Set<Long> containers) {
        lines.onAnotherList(containers, shipment).ifPresent(other -> {
            throw new Refused(
                    "error_shipment_box_elsewhere", Map.of("container", other.container(), "shipment", other.shipment()));
        });
    }

    /** Each once, in the order in which they were named. */
    private Set<Place> containers(List<String> typed) {
        List<String> codes = typed.stream()
                .map(each -> Code.read(CodeKind.CONTAINER, each).orElse(""))
                .toList();
        Map<String, Place> inUse = lines.inUse(new HashSet<>(codes), scope.organisation());
        Set<Place> found = new LinkedHashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            String path = "containers[" + i + "]";
            Place container = inUse.get(codes.get(i));
            if (container == null) {
                throw Invalid.field(path, "error_shipment_box_unknown", Map.of("given", Given.shortened(typed.get(i))));
            }
            PlaceKind at = container.stands().getKind();
            if (at != PlaceKind.SITE && at != PlaceKind.PARTNER) {
                throw Invalid.field(path, "error_container_out_of_reach", Map.of("container", container.getCode()));
            }
            found.add(container);
        }
        return found;
    }

    /** Takes a container off the list, before departure. */
    @Transactional
    public ShipmentView unpack(String code, String container) {
        Shipment shipment = shipments.lockToSend(code);
        shipment.mustNotHaveLeft();
        lines.delete(lines.of(shipment, container));
        return views.view(shipment);
    }

    /** @throws NotFound when the organisation is no party to such a shipment */
    @Transactional
    public ShipmentView get(String code) {
        return views.view(shipments.get(code));
    }

    /**
     * Newest first.
     *
     * @param way out: what the organisation sends; in: what comes; null: both
     * @param partner code of a partner; null: all
     */
    @Transactional
    public Page<ShipmentRow> list(Shipments.Way way, Shipment.State state, String partner, String after, int size) {
        return Page.of(shipments.newest(way, state, partner, Cursor.id(after), size + 1), size, Shipment::getId)
                .map(views::row);
    }

    /**
     * The packing list, with what is in the boxes.
     *
     * @param differing only what is not as it was to be
     */
    @Transactional
    public Page<ShipmentLineView> lines(
            String code, ShipmentLine.State state, boolean differing, String after, int size) {
        Shipment shipment = shipments.get(code);
        Long from = Cursor.id(after);
        List<ShipmentLine> found = lines.page(shipment, state, differing, from == null ? 0 : from, size + 1);
        Page<ShipmentLine> page = Page.of(found, size, ShipmentLine::getPosition);
        return new Page<>(views.lines(page.rows()), page.next());
    }

    /** @throws NotFound when it is not on the list */
    @Transactional
    public ShipmentLineView box(String code, String container) {
        return views.line(lines.of(shipments.get(code), container));
    }
}
