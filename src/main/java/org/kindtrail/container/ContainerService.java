package org.kindtrail.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.Places;
import org.kindtrail.stock.CarryReason;
import org.kindtrail.stock.ContainerMoves;

/** Takes containers into use, describes, seals and closes them, and tells what there are. */
@ApplicationScoped
public class ContainerService {
    private final Containers containers;
    private final Contents contents;
    private final ContainerMoves moves;
    private final Places places;
    private final Catalogue catalogue;
    private final Rules rules;
    private final Codes codes;
    private final History history;
    private final Clock clock;

    ContainerService(
            Containers containers,
            Contents contents,
            ContainerMoves moves,
            Places places,
            Catalogue catalogue,
            Rules rules,
            Codes codes,
            History history,
            Clock clock) {
        this.containers = containers;
        this.contents = contents;
        this.moves = moves;
        this.places = places;
        this.catalogue = catalogue;
        this.rules = rules;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Containers that were taken into use.
     *
     * @param document the code of the act, by which they are found together
     */
    public record Made(String document, List<ContainerView> containers) {}

    /**
     * @return the containers, empty, with a code of their own each
     * @throws Invalid naming the fields at fault
     * @throws Refused when the place takes no container
     */
    @Transactional
    public Made make(MakeContainers command) {
        rules.check(command);
        if (!command.kind().isContainer()) {
            throw Invalid.field("kind", "error_choice", Map.of("given", command.kind().word()));
        }
        Measures measures = command.measures() == null ? Measures.UNKNOWN : command.measures();
        measures.refuseImpossible("measures.");
        Place in = places.known("in", command.in());
        long count = command.count() == null ? 1 : command.count();
        List<Place> fresh = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String code = codes.next(CodeKind.CONTAINER);
            Place place = Place.container(command.kind(), code, name(command.name(), count > 1 ? i : 0, code), in);
            places.persist(place);
            containers.persist(new Container(place, measures));
            fresh.add(place);
        }
        String document = codes.next(CodeKind.MOVE);
        moves.made(fresh, new ContainerMoves.Carry(CarryReason.MADE, document, clock.instant(), null));
        List<ContainerView.Stand> stands = stands(in);
        return new Made(
                document,
                fresh.stream().map(place -> view(place, stands, measures, 0, Contents.Count.NOTHING)).toList());
    }

    private static String name(String given, int number, String code) {
        if (given == null || given.isBlank()) {
            return code;
        }
        return number == 0 ? given.strip() : given.strip() + " " + number;
    }

    /**
     * @throws Refused when somebody else changed it meanwhile
     * @throws NotFound when the organisation has no such container
     */
    @Transactional
    public ContainerView describe(String code, DescribeContainer command) {
        rules.check(command);
        Measures measures = command.measures() == null ? Measures.UNKNOWN : command.measures();
        measures.refuseImpossible("measures.");
        Place place = containers.locked(code);
        Container container = containers.findById(place.getId());
        if (container.getVersion() != command.version()) {
            throw new Refused("error_changed_meanwhile");
        }
        place.describe(name(command.name(), 0, place.getCode()), place.getWalk());
        container.measure(measures);
        containers.getEntityManager().lock(container, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        containers.flush();
        history.note(place.getCode(), "container_described", place.getName(), null);
        return view(place);
    }

    /** @throws Refused when it is sealed, closed or out of reach */
    @Transactional
    public ContainerView seal(String code, SealContainer command) {
        rules.check(command);
        Place place = containers.locked(code);
        refuseOutOfReach(place);
        refuseClosed(place);
        String number = command.number() == null || command.number().isBlank() ? null : command.number().strip();
        place.seal(number);
        containers.flush();
        history.note(place.getCode(), "container_sealed", number, null);
        return view(place);
    }

    /** @throws Refused when it is not sealed, or out of reach */
    @Transactional
    public ContainerView unseal(String code, UnsealContainer command) {
        rules.check(command);
        Place place = containers.locked(code);
        refuseOutOfReach(place);
        String number = place.getSeal();
        place.unseal();
        containers.flush();
        history.note(place.getCode(), "container_unsealed", number, command.why().strip());
        return view(place);
    }

    /** @throws Refused while something is in it: the words say how much */
    @Transactional
    public ContainerView close(String code) {
        Place place = containers.locked(code);
        refuseOutOfReach(place);
        refuseClosed(place);
        Contents.Count inside = contents.count(place);
        if (inside.lots() > 0 || inside.containers() > 0) {
            throw new Refused(
                    "error_container_not_empty",
                    Map.of("container", place.getCode(), "lots", inside.lots(), "containers", inside.containers()));
        }
        if (place.isSealed()) {
            throw new Refused("error_container_sealed", Map.of("container", place.getCode()));
        }
        place.close();
        containers.flush();
        history.note(place.getCode(), "container_closed", null, null);
        return view(place);
    }

    /** @throws Refused when it is in use already, or stands where nothing can be put */
    @Transactional
    public ContainerView reopen(String code) {
        Place place = containers.locked(code);
        if (place.isActive()) {
            throw new Refused("error_container_in_use_already", Map.of("container", place.getCode()));
        }
        Place in = place.getParent();
        containers.getEntityManager().refresh(in, LockModeType.PESSIMISTIC_WRITE);
        if (!in.isActive()) {
            throw new Refused("error_place_closed", Map.of("place", in.label()));
        }
        place.reopen();
        containers.flush();
        history.note(place.getCode(), "container_reopened", null, null);
        return view(place);
    }

    /** A container by its code and name; null when it has none. */
    public record Named(String code, String name) {}

    /**
     * What was taken into use, or moved, by one act.
     *
     * @throws NotFound when there is no such act
     */
    @Transactional
    public List<Named> ofDocument(String typed) {
        List<Place> all = Code.read(CodeKind.MOVE, typed).map(containers::ofDocument).orElse(List.of());
        if (all.isEmpty()) {
            throw new NotFound(typed.length() > 60 ? "..." : typed);
        }
        return all.stream()
                .map(place -> new Named(place.getCode(), called(place.getName(), place.getCode())))
                .toList();
    }

    private static void refuseClosed(Place place) {
        if (!place.isActive()) {
            throw new Refused("error_container_closed", Map.of("container", place.getCode()));
        }
    }

    private static void refuseOutOfReach(Place place) {
        if (!place.isAtHand()) {
            throw new Refused("error_container_out_of_reach", Map.of("container", place.getCode()));
        }
    }

    /** @throws NotFound when the organisation has no such container */
    @Transactional
    public ContainerView get(String code) {
        return view(containers.get(code));
    }

    ContainerView view(Place place) {
        Container container = containers.findById(place.getId());
        return view(
                place,
                stands(place.getParent()),
                container == null ? Measures.UNKNOWN : container.measures(),
                container == null ? 0 : container.getVersion(),
                contents.count(place));
    }

    private static ContainerView view(
            Place place, List<ContainerView.Stand> stands, Measures measures, int version, Contents.Count inside) {
        return new ContainerView(
                place.getCode(),
                place.getKind(),
                called(place.getName(), place.getCode()),
                stands,
                place.isAtHand(),
                place.isSealed(),
                place.getSeal(),
                place.isActive(),
                measures,
                inside.lots(),
                inside.containers(),
                version);
    }

    /** What it is called; null when that is its code. */
    static String called(String name, String code) {
        return name.equals(code) ? null : name;
    }

    /** What it stands in, from the whole to the nearest: at most a handful. */
    private static List<ContainerView.Stand> stands(Place nearest) {
        LinkedList<ContainerView.Stand> all = new LinkedList<>();
        for (Place place = nearest; place != null; place = place.getParent()) {
            all.addFirst(new ContainerView.Stand(place.getCode(), place.getKind(), place.getName()));
        }
        return List.copyOf(all);
    }

    /**
     * What a list of containers shows; null: all.
     *
     * @param within code of a place; however deep they stand there
     * @param in code of a place; those that stand directly there
     * @param item code of an item that lies in them
     * @param state null: all that are in use
     * @param text part of the name, the code, or the name of an item that lies in them
     */
    public record Wanted(PlaceKind kind, String within, String in, String item, ContainerState state, String text) {}

    /** In the order in which they were made. */
    @Transactional
    public Page<ContainerRow> list(Wanted wanted, String after, int size) {
        String text = wanted.text() == null || wanted.text().isBlank() ? null : wanted.text().strip();
        Item item = wanted.item() == null ? null : item(wanted.item());
        if (item == null && text != null) {
            item = catalogue.labelled(text);
            text = item == null ? text : null;
        }
        Containers.Asked asked = new Containers.Asked(
                wanted.kind(), wanted.within(), wanted.in(), item == null ? null : item.getId(), wanted.state(), text);
        return Page.of(containers.rows(asked, after, size + 1), size, Containers.Row::code).map(ContainerService::row);
    }

    private Item item(String code) {
        Item item = catalogue.find(code);
        if (item == null) {
            throw new NotFound(code.length() > 60 ? "..." : code);
        }
        return item;
    }

    private static ContainerRow row(Containers.Row row) {
        return new ContainerRow(
                row.code(),
                row.kind(),
                called(row.name(), row.code()),
                row.in(),
                row.inName().equals(row.topName()) ? row.inName() : row.topName() + ", " + row.inName(),
                row.topKind() == PlaceKind.SITE,
                row.sealed(),
                row.active(),
                row.lots(),
                row.containers(),
                row.weight());
    }
}
