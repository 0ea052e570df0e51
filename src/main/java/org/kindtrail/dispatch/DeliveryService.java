package org.kindtrail.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Attempts;
import org.kindtrail.account.History;
import org.kindtrail.account.Role;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.OpensNothing;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.need.MetNeeds;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Reverse;
import org.kindtrail.stock.Transfer;
import org.kindtrail.watch.Deed;
import org.kindtrail.watch.Deeds;
import org.kindtrail.web.Frame;

/** Confirms that dispatches arrived: for the house, and for a receiver who holds the key and has no account. */
@ApplicationScoped
public class DeliveryService {
    private static final String GUESSING = "confirmation";

    private final Dispatches dispatches;
    private final Deliveries deliveries;
    private final AllThanks thanks;
    private final HelpedPeople helped;
    private final MetNeeds met;
    private final Ledger ledger;
    private final DispatchViews views;
    private final Attempts attempts;
    private final Rules rules;
    private final Scope scope;
    private final Frame frame;
    private final Codes codes;
    private final History history;
    private final Clock clock;
    private final Deeds deeds;

    DeliveryService(
            Dispatches dispatches,
            Deliveries deliveries,
            AllThanks thanks,
            HelpedPeople helped,
            MetNeeds met,
            Ledger ledger,
            DispatchViews views,
            Attempts attempts,
            Rules rules,
            Scope scope,
            Frame frame,
            Codes codes,
            History history,
            Clock clock,
            Deeds deeds) {
        this.deeds = deeds;
        this.dispatches = dispatches;
        this.deliveries = deliveries;
        this.thanks = thanks;
        this.helped = helped;
        this.met = met;
        this.ledger = ledger;
        this.views = views;
        this.attempts = attempts;
        this.rules = rules;
        this.scope = scope;
        this.frame = frame;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /**
     * A person of the house says what arrived.
     *
     * @throws Invalid when the counts do not fit what was sent
     * @throws org.kindtrail.kernel.Refused when it has not left, or is confirmed already
     */
    @Transactional
    public DeliveryView confirm(String dispatch, ConfirmArrival command) {
        rules.check(command);
        return confirm(dispatches.lock(dispatch), command, frame.getZone());
    }

    /** The same from a program, whose command names the dispatch itself. */
    @Transactional
    public DeliveryView record(RecordDelivery command) {
        rules.check(command);
        rules.check(command.arrival());
        try {
            return confirm(dispatches.lock(command.dispatch()), command.arrival(), frame.getZone());
        } catch (NotFound none) {
            throw Invalid.field("dispatch", "error_delivery_dispatch_unknown", Map.of("given", short60(command.dispatch())));
        }
    }

    private static String short60(String given) {
        return given.length() <= 60 ? given : given.substring(0, 57) + "...";
    }

    /** A dispatch that a key has opened for this request. */
    public static final class Opened {
        private final String dispatch;
        private final ZoneId zone;
        private final String key;

        private Opened(String dispatch, ZoneId zone, String key) {
            this.dispatch = dispatch;
            this.zone = zone;
            this.key = key;
        }

        /** The key as it is kept, however it was typed. */
        public String key() {
            return key;
        }

        /** What day it is where the organisation is. */
        public LocalDate today(Clock clock) {
            return LocalDate.ofInstant(clock.instant(), zone);
        }
    }

    /**
     * Opens the one dispatch that belongs to the key; the request works for its organisation from then on.
     *
     * @param from the network address, by which wrong keys are counted
     * @throws NotFound when the key opens nothing
     * @throws org.kindtrail.kernel.TooManyAttempts after wrong ones from the same address, or that begin alike
     */
    public Opened open(String typed, String from) {
        // what cannot be a key asks nothing and costs nothing
        String key = Code.read(CodeKind.CONFIRMATION, typed).orElseThrow(WrongKey::new);
        var opened = attempts.guarded(GUESSING, key, from, () -> dispatches.openedBy(ConfirmationKeys.hash(key)))
                .orElseThrow(WrongKey::new);
        scope.enterByKey(opened.organisationId(), opened.keyHash());
        return new Opened(opened.code(), opened.zone(), key);
    }

    /** A key that opens nothing; what was typed is not repeated. */
    static final class WrongKey extends OpensNothing {
        WrongKey() {
            super("error_confirmation_key");
        }
    }

    /** What the key's holder may see. */
    @Transactional
    public ArrivalView arrival(Opened opened) {
        return views.arrival(dispatches.get(opened.dispatch), opened.zone);
    }

    /** What was sent, for a receiver who is signed in; whoever calls this has looked that it is theirs. */
    @Transactional
    public ArrivalView arrival(String dispatch) {
        Dispatch sent = dispatches.get(dispatch);
        if (sent.getState() != Dispatch.State.DELIVERED) {
            sent.must(Dispatch.State.DEPARTED);
        }
        return views.arrival(sent, frame.getZone());
    }

    /**
     * The receiver thanks after the arrival was confirmed; whoever calls this has looked that it is theirs.
     *
     * @throws org.kindtrail.kernel.Refused when it has not arrived, or when words of the same dispatch wait to be read
     */
    @Transactional
    public void thank(String dispatch, SayThanks command) {
        rules.check(command);
        Dispatch arrived = dispatches.lock(dispatch);
        arrived.must(Dispatch.State.DELIVERED);
        if (thanks.waits(arrived)) {
            throw new Refused("error_thanks_waits", Map.of("dispatch", arrived.getCode()));
        }
        thank(arrived, command.words(), clock.instant());
    }

    /** The receiver says what arrived. */
    @Transactional
    public ArrivalView confirm(Opened opened, ConfirmArrival command) {
        rules.check(command);
        Dispatch dispatch = dispatches.lock(opened.dispatch);
        confirm(dispatch, command, opened.zone);
        return views.arrival(dispatch, opened.zone);
    }

    private DeliveryView confirm(Dispatch dispatch, ConfirmArrival command, ZoneId zone) {
        dispatch.must(Dispatch.State.DEPARTED);
        List<Count.Of> counts = Count.of(dispatch, command);
        Instant when = arrival(dispatch, command.receivedOn(), zone);
        Delivery delivery = new Delivery(
                codes.next(CodeKind.DELIVERY), dispatch, scope.personOrNull(), text(command.remark()), when, clock.instant());
        if (scope.has(Role.PARTNER)) {
            delivery.saidByRecipient();
        }
        deliveries.persist(delivery);
        List<Transfer> transfers = new ArrayList<>();
        for (Count.Of counted : counts) {
            DispatchLine line = counted.line();
            Outcome outcome = line.count(counted.received(), counted.damaged());
            line.getNeedLine().arrive(line.getQuantity(), outcome.fit());
            transfers.addAll(transfers(dispatch, line, outcome, delivery.getCode(), when));
            if (!outcome.asSent()) {
                history.note(dispatch.getCode(), "dispatch_counted", told(line, counted), null);
            }
        }
        dispatch.deliver(when);
        ledger.move(transfers);
        helped.count(dispatch.getNeed(), delivery, zone);
        history.note(dispatch.getCode(), "dispatch_delivered", delivery.getCode(), null);
        history.note(dispatch.getNeed().getCode(), "dispatch_delivered", dispatch.getCode(), null);
        met.look(dispatch.getNeed());
        deeds.done(Deed.DELIVERED, 1);
        thank(dispatch, text(command.thanks()), when);
        return views.view(delivery, dispatch);
    }

    /** @param when it arrived: what is said with the confirmation is told no earlier than the arrival itself */
    private void thank(Dispatch dispatch, String words, Instant when) {
        if (words != null) {
            Thanks said = new Thanks(codes.next(CodeKind.THANKS), dispatch, words, when);
            thanks.persist(said);
            history.note(dispatch.getCode(), "dispatch_thanked", said.getCode(), null);
        }
    }

    private static String told(DispatchLine line, Count.Of counted) {
        return "%s: %d -> %d (%d)"
                .formatted(line.getLot().getCode(), line.getQuantity(), counted.received(), counted.damaged());
    }

    private List<Transfer> transfers(
            Dispatch dispatch, DispatchLine line, Outcome outcome, String document, Instant when) {
        Place travelling = dispatch.getConsignment();
        Place found = ledger.boundary(Place.FOUND);
        Place delivered = ledger.boundary(Place.DELIVERED);
        Place letGo = ledger.boundary(Place.LET_GO);
        List<Transfer> all = new ArrayList<>();
        add(all, line, travelling, delivered, outcome.delivered(), new Entry(Reason.DELIVERED, document, when));
        add(all, line, travelling, letGo, outcome.damaged(), new Entry(Reason.DAMAGED, document, when));
        add(all, line, travelling, ledger.boundary(Place.LOST), outcome.missing(), new Entry(Reason.SHORT, document, when));
        add(all, line, found, delivered, outcome.surplus(), new Entry(Reason.SURPLUS, document, when));
        add(all, line, found, letGo, outcome.surplusDamaged(), new Entry(Reason.DAMAGED, document, when));
        return all;
    }

    private static void add(List<Transfer> all, DispatchLine line, Place from, Place to, long quantity, Entry entry) {
        if (quantity > 0) {
            all.add(new Transfer(line.getLot(), from, to, quantity, entry));
        }
    }

    /** The moment that a day stands for: now for today, else its noon; never before the goods left. */
    private Instant arrival(Dispatch dispatch, LocalDate told, ZoneId zone) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (told == null || told.equals(today)) {
            return now;
        }
        if (told.isAfter(today)) {
            throw Invalid.field("receivedOn", "error_date_future", Map.of("given", told.toString()));
        }
        LocalDate departed = LocalDate.ofInstant(dispatch.getDepartedAt(), zone);
        if (told.isBefore(departed)) {
            throw Invalid.field(
                    "receivedOn",
                    "error_delivery_before_departure",
                    Map.of("given", told.toString(), "departed", departed.toString()));
        }
        Instant noon = told.atTime(LocalTime.NOON).atZone(zone).toInstant();
        return noon.isBefore(dispatch.getDepartedAt()) ? dispatch.getDepartedAt() : noon;
    }

    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** The confirmation was wrong: what it moved is moved back, and the dispatch is on its way again. */
    @Transactional
    public DeliveryView reverse(String code, Reverse command) {
        rules.check(command);
        Dispatch dispatch = dispatches.lock(deliveries.dispatchOf(code));
        Delivery delivery = deliveries.get(code);
        delivery.reverse(clock.instant());
        helped.withdraw(delivery, clock.instant());
        String why = command.why().strip();
        for (DispatchLine line : dispatch.getLines()) {
            Outcome was = Outcome.of(line.getQuantity(), line.getReceived(), line.getDamaged());
            line.getNeedLine().unarrive(line.getQuantity(), was.fit());
        }
        dispatch.takeBackDelivery();
        ledger.reverse(delivery.getCode(), why);
        history.note(dispatch.getCode(), "dispatch_delivery_reversed", delivery.getCode(), why);
        history.note(dispatch.getNeed().getCode(), "dispatch_delivery_reversed", dispatch.getCode(), why);
        met.deliveryTakenBack(dispatch.getNeed());
        return views.view(delivery, dispatch);
    }

    @Transactional
    public DeliveryView get(String code) {
        Delivery delivery = deliveries.get(code);
        return views.view(delivery, dispatches.get(delivery.getDispatch().getCode()));
    }

    @Transactional
    public Page<DeliveryRow> list(String after, int size) {
        return Page.of(deliveries.newest(Cursor.id(after), size + 1), size, Delivery::getId).map(DeliveryRow::of);
    }
}
