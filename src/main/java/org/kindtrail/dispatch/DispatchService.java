package org.kindtrail.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.account.History;
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
import org.kindtrail.need.MetNeeds;
import org.kindtrail.need.Need;
import org.kindtrail.need.NeedLine;
import org.kindtrail.need.Needs;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.programme.Programmes;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.Recipient;
import org.kindtrail.stock.Allocation;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Reverse;
import org.kindtrail.watch.Deed;
import org.kindtrail.watch.Deeds;

/** What can be done with dispatches until they arrive. */
@ApplicationScoped
public class DispatchService {
    /** What a clock that is a little ahead of ours may claim. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Dispatches dispatches;
    private final Deliveries deliveries;
    private final Needs needs;
    private final Places places;
    private final Ledger ledger;
    private final MetNeeds met;
    private final DispatchViews views;
    private final ConfirmationKeys keys;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Clock clock;
    private final Programmes programmes;
    private final Deeds deeds;

    DispatchService(
            Dispatches dispatches,
            Deliveries deliveries,
            Needs needs,
            Places places,
            Ledger ledger,
            MetNeeds met,
            DispatchViews views,
            ConfirmationKeys keys,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Clock clock,
            Programmes programmes,
            Deeds deeds) {
        this.deeds = deeds;
        this.programmes = programmes;
        this.dispatches = dispatches;
        this.deliveries = deliveries;
        this.needs = needs;
        this.places = places;
        this.ledger = ledger;
        this.met = met;
        this.views = views;
        this.keys = keys;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Takes all that is promised to the need and on no other dispatch.
     *
     * @throws Refused when nothing is
     */
    @Transactional
    public DispatchView prepare(PrepareDispatch command) {
        rules.check(command);
        Need need = lockedNeed(command.need());
        List<Allocation> promised = dispatches.promisedTo(need.getId());
        if (promised.isEmpty()) {
            throw new Refused("error_dispatch_nothing_promised", Map.of("need", need.getCode()));
        }
        Map<Long, NeedLine> wanted =
                need.getLines().stream().collect(Collectors.toMap(NeedLine::getId, Function.identity()));
        Dispatch dispatch = new Dispatch(
                scope.organisation(), codes.next(CodeKind.DISPATCH), need, clock.instant(), scope.person());
        promised.forEach(each -> dispatch.take(each, wanted.get(each.getPurpose())));
        dispatches.persist(dispatch);
        note(dispatch, "dispatch_prepared", null);
        return views.view(dispatch, null);
    }

    private Need lockedNeed(String code) {
        try {
            return needs.lock(code);
        } catch (NotFound none) {
            throw Invalid.field("need", "error_dispatch_need_unknown", Map.of("given", Given.shortened(code)));
        }
    }

    /** It happened to the dispatch; the need that it is for, which knows no dispatches, tells of it too. */
    private void note(Dispatch dispatch, String happened, String why) {
        history.note(dispatch.getCode(), happened, null, why);
        history.note(dispatch.getNeed().getCode(), happened, dispatch.getCode(), why);
    }

    @Transactional
    public DispatchView load(String code) {
        Dispatch dispatch = dispatches.lock(code);
        dispatch.load(clock.instant());
        history.note(dispatch.getCode(), "dispatch_loaded", null, null);
        return views.view(dispatch, null);
    }

    /** Takes a line off before departure; its promise is taken back. */
    @Transactional
    public DispatchView remove(String code, int line) {
        Dispatch dispatch = dispatches.lock(code);
        DispatchLine removed = dispatch.remove(line);
        release(List.of(removed));
        history.note(dispatch.getCode(), "dispatch_line_removed", told(removed), null);
        met.look(dispatch.getNeed());
        return views.view(dispatch, null);
    }

    /** It does not leave; everything that was promised for it is free again. */
    @Transactional
    public DispatchView cancel(String code) {
        Dispatch dispatch = dispatches.lock(code);
        dispatch.cancel(clock.instant());
        release(dispatch.getLines());
        note(dispatch, "dispatch_cancelled", null);
        met.look(dispatch.getNeed());
        return views.view(dispatch, null);
    }

    private void release(List<DispatchLine> lines) {
        Map<Long, NeedLine> wanted = lines.stream()
                .collect(Collectors.toMap(line -> line.getAllocation().getId(), DispatchLine::getNeedLine));
        ledger.release(lines.stream().map(DispatchLine::getAllocation).toList())
                .forEach(back -> wanted.get(back.getId()).release(back.getQuantity()));
    }

    private static String told(DispatchLine line) {
        return line.getLot().getCode() + ": " + line.getQuantity();
    }

    /**
     * It leaves, with all lines whose promise stands, and gets a key for whoever receives it.
     *
     * @throws org.kindtrail.stock.NotEnoughStock never, as long as promises hold goods back; the ledger looks all the same
     */
    @Transactional
    public DepartedView depart(String code, DepartDispatch command) {
        rules.check(command);
        Dispatch dispatch = dispatches.lock(code);
        Instant when = departure(dispatch, command.departedAt());
        Place consignment = Place.consignment(scope.organisation(), codes.next(CodeKind.PLACE), dispatch.getCode());
        List<DispatchLine> behind =
                dispatch.depart(consignment, text(command.vehicle()), text(command.driver()), when);
        places.persist(consignment);
        ledger.depart(
                dispatch.getLines().stream().map(DispatchLine::getAllocation).toList(),
                consignment,
                new Entry(Reason.DEPARTED, dispatch.getCode(), when));
        dispatch.getLines().forEach(line -> line.getNeedLine().depart(line.getQuantity()));
        behind.forEach(line -> history.note(dispatch.getCode(), "dispatch_line_left_behind", told(line), null));
        note(dispatch, "dispatch_departed", null);
        deeds.done(Deed.DEPARTED, 1);
        return handKey(dispatch);
    }

    private Instant departure(Dispatch dispatch, Instant told) {
        Instant now = clock.instant();
        if (told == null) {
            return now;
        }
        if (told.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw Invalid.field("departedAt", "error_date_future", Map.of("given", told.toString()));
        }
        Instant lastIn = dispatch.getLines().stream()
                .filter(line -> !line.isTakenBack())
                .map(line -> line.getLot().getReceivedAt())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        if (told.isBefore(lastIn)) {
            throw Invalid.field(
                    "departedAt",
                    "error_dispatch_departs_first",
                    Map.of("given", told.toString(), "received", lastIn.toString()));
        }
        return told.isAfter(now) ? now : told;
    }

    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** Makes a new key; the one before opens nothing any more. */
    @Transactional
    public DepartedView newKey(String code) {
        Dispatch dispatch = dispatches.lock(code);
        DepartedView view = handKey(dispatch);
        history.note(dispatch.getCode(), "dispatch_new_key", null, null);
        return view;
    }

    /** The key itself is not in the view, which may be kept with the first answer: {@link #key} tells it. */
    private DepartedView handKey(Dispatch dispatch) {
        int turn = dispatch.getKeyTurn() + 1;
        dispatch.handKey(
                ConfirmationKeys.hash(keys.of(dispatch.getCode(), turn)), clock.instant(), scope.person());
        return new DepartedView(
                views.view(dispatch, null), new DepartedView.Confirmation(turn, null, ConfirmationKeys.DOOR));
    }

    /** The key of the turn, for the answer on its way out to who has just made it. */
    String key(String dispatch, int turn) {
        return keys.of(dispatch, turn);
    }

    /** It had left and came back to the shelves; what it carried is free there, and the need misses it again. */
    @Transactional
    public DispatchView comeBack(String code, Reverse command) {
        rules.check(command);
        Dispatch dispatch = dispatches.lock(code);
        dispatch.comeBack(clock.instant());
        ledger.reverse(dispatch.getCode(), command.why().strip());
        dispatch.getLines().forEach(line -> line.getNeedLine().comeBack(line.getQuantity()));
        note(dispatch, "dispatch_came_back", command.why().strip());
        met.look(dispatch.getNeed());
        return views.view(dispatch, null);
    }

    @Transactional
    public DispatchView get(String code) {
        return view(dispatches.get(code));
    }

    private DispatchView view(Dispatch dispatch) {
        String delivery = dispatch.getState() == Dispatch.State.DELIVERED
                ? deliveries.standingFor(dispatch).map(Delivery::getCode).orElse(null)
                : null;
        return views.view(dispatch, delivery);
    }

    /** A dispatch, and its key for who has made it just now (else null). */
    public record Shown(DispatchView dispatch, String key) {}

    @Transactional
    public Shown show(String code) {
        return show(dispatches.get(code));
    }

    private Shown show(Dispatch dispatch) {
        String key = dispatch.showsKeyTo(scope.person(), clock.instant())
                ? keys.of(dispatch.getCode(), dispatch.getKeyTurn())
                : null;
        return new Shown(view(dispatch), key);
    }

    /**
     * The paper that goes with the goods. Whoever looks into the vehicle reads it.
     *
     * @param publicName the name of the recipient, where everybody may know it; else null, and its code stands alone
     */
    public record Waybill(DispatchView dispatch, String key, String publicName) {}

    /** @throws Refused before departure: what goes is known only then */
    @Transactional
    public Waybill waybill(String code) {
        Dispatch dispatch = dispatches.get(code);
        Shown shown = show(dispatch);
        if (shown.dispatch().departedAt() == null) {
            throw new Refused("error_dispatch_no_waybill", Map.of("dispatch", shown.dispatch().code()));
        }
        Recipient recipient = dispatch.getRecipient();
        boolean named = recipient.getDisclosure() == Disclosure.NAMED;
        return new Waybill(shown.dispatch(), shown.key(), named ? recipient.getPublicName() : null);
    }

    /** What a picker takes, shelf after shelf. */
    public record Picking(DispatchView dispatch, List<DispatchLineView> lines) {}

    @Transactional
    public Picking picking(String code) {
        Dispatch dispatch = dispatches.get(code);
        return new Picking(view(dispatch), views.inWalkingOrder(dispatch));
    }

    /** The needs for which goods are promised and wait to be sent. */
    @Transactional
    public List<Dispatches.Waiting> waiting() {
        return dispatches.waiting();
    }

    /**
     * @param state null: all
     * @param need code of the need; null: all
     */
    @Transactional
    public Page<DispatchRow> list(Dispatch.State state, String need, String after, int size) {
        return list(state, need, null, after, size);
    }

    /**
     * @param state null: all
     * @param need code of the need; null: all
     * @param programme code of the programme that they are charged to; null: whatever
     */
    @Transactional
    public Page<DispatchRow> list(Dispatch.State state, String need, String programme, String after, int size) {
        String read = need == null || need.isBlank()
                ? null
                : Code.read(CodeKind.NEED, need).orElseThrow(() -> new NotFound(need));
        return Page.of(dispatches.newest(state, read, programmes.idOf(programme), Cursor.id(after), size + 1), size, Dispatch::getId)
                .map(DispatchRow::of);
    }
}
