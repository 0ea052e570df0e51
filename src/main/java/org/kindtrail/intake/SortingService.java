package org.kindtrail.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Conversion;
import org.kindtrail.stock.ConversionKind;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Lots;
import org.kindtrail.stock.Making;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Reverse;

/** What can be done with bags: look at one, write down what is in it, and empty it. */
@ApplicationScoped
public class SortingService {
    private static final int MOST_LINES = 200;

    private final Sortings sortings;
    private final Lots lots;
    private final Places places;
    private final WrittenLines goods;
    private final Ledger ledger;
    private final Movements movements;
    private final Catalogue catalogue;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Clock clock;

    SortingService(
            Sortings sortings,
            Lots lots,
            Places places,
            WrittenLines goods,
            Ledger ledger,
            Movements movements,
            Catalogue catalogue,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Clock clock) {
        this.sortings = sortings;
        this.lots = lots;
        this.places = places;
        this.goods = goods;
        this.ledger = ledger;
        this.movements = movements;
        this.catalogue = catalogue;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /** Sorts a bag in one go. */
    @Transactional
    public SortingView sort(SortBag command) {
        rules.check(command);
        Lot bag = lots.byCode(command.bag())
                .orElseThrow(() -> Invalid.field("bag", "error_intake_bag_unknown", Map.of("given", command.bag())));
        sortings.standingOn(bag).ifPresent(standing -> {
            throw new Refused(
                    "error_intake_sorting_stands", Map.of("bag", bag.getCode(), "sorting", standing.getCode()));
        });
        Sorting sorting = begin(bag);
        write(sorting, new WriteDown(command.place(), command.lines()));
        return empty(sorting);
    }

    /**
     * Begins to sort a bag, or leads to the sorting that stands on it: of two people one begins and the other joins.
     *
     * @return the sorting's code
     */
    @Transactional
    public String open(String code) {
        Lot bag = lots.get(code);
        return sortings.standingOn(bag).orElseGet(() -> begin(bag)).getCode();
    }

    private Sorting begin(Lot bag) {
        if (bag.getGrade() != Grade.UNSORTED) {
            throw new Refused("error_intake_not_a_bag", Map.of("lot", bag.getCode()));
        }
        Place at = sortings.whereIs(bag)
                .orElseThrow(() -> new Refused("error_intake_bag_gone", Map.of("bag", bag.getCode())));
        Sorting sorting = new Sorting(bag, at, codes.next(CodeKind.SORTING), clock.instant(), scope.person());
        sortings.persist(sorting);
        return sorting;
    }

    /** Adds lines to an open sorting. */
    @Transactional
    public String writeDown(String code, WriteDown command) {
        rules.check(command);
        Sorting sorting = sortings.locked(code);
        write(sorting, command);
        return sorting.getCode();
    }

    /** Takes a line of an open sorting back. */
    @Transactional
    public String strike(String code, int line) {
        Sorting sorting = sortings.locked(code);
        sorting.remove(line);
        return sorting.getCode();
    }

    /**
     * The bag is empty: what was written down becomes lots of their own.
     *
     * @param command lines to be added before
     */
    @Transactional
    public SortingView close(String code, WriteDown command) {
        rules.check(command);
        Sorting sorting = sortings.locked(code);
        write(sorting, command);
        return empty(sorting);
    }

    /** A sorting that was begun by mistake; nothing has moved. */
    @Transactional
    public String giveUp(String code) {
        Sorting sorting = sortings.locked(code);
        sorting.giveUp();
        history.note(sorting.getCode(), "sorting_given_up", null, null);
        return sorting.getBag().getCode();
    }

    /**
     * What was closed was wrong: the bag is whole again.
     *
     * @throws Refused naming what stands in the way, when things that came out of it have moved on
     */
    @Transactional
    public SortingView reverse(String code, Reverse command) {
        rules.check(command);
        Sorting sorting = sortings.locked(code);
        sorting.reverse();
        ledger.reverse(sorting.getCode(), command.why().strip());
        history.note(sorting.getCode(), "sorting_reversed", null, command.why().strip());
        sortings.flush();
        return get(sorting.getCode());
    }

    private void write(Sorting sorting, WriteDown command) {
        Map<String, Place> open = open(command);
        List<FieldError> faults = new ArrayList<>();
        Place forAll = place("place", command.place(), open, faults);
        List<NewLot> found = new ArrayList<>();
        List<Place> where = new ArrayList<>();
        for (int i = 0; i < command.lines().size(); i++) {
            String path = LineFields.head(i);
            found.add(goods.sorted(path, command.lines().get(i), faults));
            where.add(place(path + "place", command.lines().get(i).place(), open, faults));
        }
        if (sorting.getLines().size() + found.size() > MOST_LINES) {
            faults.add(new FieldError("lines", "error_intake_sorting_full", Map.of("most", MOST_LINES)));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        for (int i = 0; i < found.size(); i++) {
            sorting.add(found.get(i), where.get(i));
        }
        if (forAll != null) {
            sorting.put(forAll);
        }
    }

    /** The places that the command names and that take something, by their codes. */
    private Map<String, Place> open(WriteDown command) {
        List<String> named = new ArrayList<>();
        named.add(command.place());
        command.lines().forEach(line -> named.add(line.place()));
        Map<String, Place> open = new HashMap<>(places.byCodes(named.stream().filter(Objects::nonNull).toList()));
        open.values().removeIf(place -> !place.isActive() || !place.getKind().isForGoods() || !place.isAtHand());
        return open;
    }

    private static Place place(String path, String typed, Map<String, Place> open, List<FieldError> faults) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        Place place = open.get(Places.read(typed).orElse(""));
        if (place == null) {
            faults.add(new FieldError(path, "error_place_unknown", Map.of("given", typed)));
        }
        return place;
    }

    private SortingView empty(Sorting sorting) {
        sorting.readyToClose();
        Lot bag = sorting.getBag();
        Place at = sortings.whereIs(bag)
                .orElseThrow(() -> new Refused("error_intake_bag_gone", Map.of("bag", bag.getCode())));
        Instant now = clock.instant();
        sortings.flush();
        Conversion conversion = ledger.convert(Making.of(
                ConversionKind.SORTING,
                bag,
                bag.getQuantity(),
                at,
                new Entry(Reason.SORTED, sorting.getCode(), now),
                sorting.getLines().stream().map(line -> output(sorting, line)).toList()));
        sorting.close(conversion.getId(), now);
        sortings.flush();
        return view(sorting);
    }

    private Making.Output output(Sorting sorting, SortingLine line) {
        Item item = catalogue.of(line.getItem().getId());
        NewLot lot = new NewLot(
                goods.newCode(), item, line.getSize(), line.getFits(), line.getGrade(), line.getQuantity())
                .until(line.getExpiresOn());
        return new Making.Output(lot, line.getGrade() == Grade.UNFIT ? ledger.boundary(Place.LET_GO) : put(sorting, line));
    }

    private static Place put(Sorting sorting, SortingLine line) {
        return line.getPlace() == null ? sorting.getPlace() : line.getPlace();
    }

    @Transactional
    public SortingView get(String code) {
        return view(sortings.get(code));
    }

    @Transactional
    public Page<SortingRow> list(String after, int size) {
        return Page.of(sortings.newest(Cursor.id(after), size + 1), size, SortingRow::id);
    }

    private SortingView view(Sorting sorting) {
        List<String> out = sortings.lotsOf(sorting);
        List<SortingView.Line> lines = new ArrayList<>();
        for (int i = 0; i < sorting.getLines().size(); i++) {
            lines.add(line(sorting, sorting.getLines().get(i), i < out.size() ? out.get(i) : null));
        }
        return new SortingView(
                sorting.getCode(),
                sorting.getBag().getCode(),
                sortings.donationOf(sorting.getBag()),
                sorting.getState(),
                sorting.getPlace().getCode(),
                sorting.getPlace().label(),
                sorting.getOpenedAt(),
                sorting.getClosedAt(),
                lines);
    }

    private SortingView.Line line(Sorting sorting, SortingLine line, String lot) {
        Item item = catalogue.of(line.getItem().getId());
        Place place = line.getGrade() == Grade.UNFIT ? null : put(sorting, line);
        return new SortingView.Line(
                line.getLine(),
                item.getCode(),
                catalogue.label(item),
                line.getSize(),
                line.getFits(),
                line.getGrade(),
                line.getQuantity(),
                item.getUnit(),
                place == null ? null : place.getCode(),
                place == null ? null : place.label(),
                lot,
                line.getExpiresOn());
    }

    /** What the page of a sorting shows. */
    @Transactional
    public SortingPage page(String code) {
        SortingView view = get(code);
        return new SortingPage(
                view, view.open() ? places.open() : List.of(), movements.of(view.code()), history.of(view.code()));
    }

    /** A bag, and what has become of it. */
    @Transactional
    public BagView bag(String code) {
        Lot bag = lots.get(code);
        Optional<Place> at = sortings.whereIs(bag);
        Optional<Sorting> sorting = sortings.standingOn(bag);
        return new BagView(
                bag.getCode(),
                bag.getGrade() == Grade.UNSORTED,
                sortings.donationOf(bag),
                bag.getReceivedAt(),
                at.map(Place::label).orElse(null),
                sorting.map(Sorting::getCode).orElse(null),
                state(at, sorting),
                movements.of(bag));
    }

    private static DonationLot.State state(Optional<Place> at, Optional<Sorting> sorting) {
        if (sorting.isPresent()) {
            return sorting.get().getState() == Sorting.State.OPEN ? DonationLot.State.SORTING : DonationLot.State.SORTED;
        }
        return at.isPresent() ? DonationLot.State.HELD : DonationLot.State.MOVED_ON;
    }
}
