package org.kindtrail.warehouse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Allocation;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Lots;
import org.kindtrail.stock.NotEnoughStock;
import org.kindtrail.stock.Promise;

/**
 * Sets goods apart and releases them. What is set apart is allocated, to nobody: so it is available nowhere, and may still be
 * moved with the box that it is in. The hold is locked first, then the ledger locks the lots.
 */
@ApplicationScoped
public class HoldService {
    /** The most lots and places that one hold takes. */
    static final int MOST = 10_000;

    private static final int TOLD = 20;

    private final Holds holds;
    private final Lots lots;
    private final Places places;
    private final Ledger ledger;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Clock clock;

    HoldService(
            Holds holds,
            Lots lots,
            Places places,
            Ledger ledger,
            Catalogue catalogue,
            Goods goods,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Clock clock) {
        this.holds = holds;
        this.lots = lots;
        this.places = places;
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.goods = goods;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /**
     * @throws Invalid naming the fields at fault
     * @throws NotEnoughStock when less is free than is to be set apart
     * @throws Refused when nothing is free there
     */
    @Transactional
    public HoldView hold(HoldGoods command) {
        rules.check(command);
        String code = codes.next(CodeKind.HOLD);
        List<Allocation> kept = ledger.promise(promises(command, code));
        Hold hold = new Hold(
                scope.organisation(), code, command.kind(), command.why().strip(), clock.instant(), scope.person());
        kept.forEach(hold::add);
        holds.persist(hold);
        history.note(code, "hold_made", inShort(hold.getLines(), HoldLine::getQuantity), hold.getWhy());
        holds.flush();
        return view(hold);
    }

    private List<Promise> promises(HoldGoods command, String code) {
        Lot lot = isBlank(command.lot()) ? null : lots.byCode(command.lot())
                .filter(found -> !Catalogue.isMoney(found.getItem()))
                .orElseThrow(() -> unknown("lot", "error_stock_lot_unknown", command.lot()));
        if (lot != null && !isBlank(command.item())) {
            throw Invalid.field("item", "error_stock_move_what_twice");
        }
        Item item = isBlank(command.item()) ? null : item(command.item().strip());
        String size = isBlank(command.size()) ? null : command.size().strip();
        if (item == null && size != null) {
            throw Invalid.field("size", "error_warehouse_size_of_nothing");
        }
        if (item != null) {
            catalogue.checkFit("", item, size, null);
        }
        if (lot == null && item == null) {
            if (isBlank(command.place())) {
                throw Invalid.field("place", "error_warehouse_hold_what");
            }
            if (command.quantity() != null) {
                throw Invalid.field("quantity", "error_warehouse_hold_all");
            }
        }
        Place at = isBlank(command.place()) ? null : places.known("place", command.place());
        return taken(command, code, holds.free(lot, item, size, at, MOST + 1), lot, item, size, at);
    }

    private Item item(String code) {
        Item item = catalogue.find(code);
        if (item == null || Catalogue.isMoney(item)) {
            throw unknown("item", "error_item_unknown", code);
        }
        return item;
    }

    private static Invalid unknown(String field, String key, String given) {
        return Invalid.field(field, key, Map.of("given", given.length() > 60 ? given.substring(0, 57) + "..." : given));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private List<Promise> taken(
            HoldGoods command, String code, List<Holds.Free> free, Lot lot, Item item, String size, Place at) {
        long available = free.stream().mapToLong(Holds.Free::available).sum();
        long wanted = command.quantity() == null ? available : command.quantity();
        if (available < wanted || available == 0) {
            if (lot != null && at != null && command.quantity() != null) {
                // The ledger says under its lock what is there and to whom it is promised.
                return List.of(new Promise(Allocation.HELD, code, lot, at, wanted));
            }
            throw tooLittle(lot, item, size, at, Math.max(wanted, 1), available);
        }
        if (free.size() > MOST && command.quantity() == null) {
            throw new Refused("error_warehouse_hold_much", Map.of("most", MOST));
        }
        List<Promise> promises = new ArrayList<>();
        long open = wanted;
        for (Holds.Free each : free) {
            long some = Math.min(open, each.available());
            if (some > 0) {
                promises.add(new Promise(Allocation.HELD, code, each.lot(), each.place(), some));
                open -= some;
            }
        }
        return promises;
    }

    private NotEnoughStock tooLittle(Lot lot, Item item, String size, Place at, long wanted, long available) {
        Map<String, Object> facts = Map.of(
                "lot", lot == null ? "" : lot.getCode(),
                "item", item == null ? "" : goods.name(item, size),
                "place", at == null ? "" : at.label(),
                "wanted", item == null ? wanted : goods.quantity(item, wanted),
                "available", item == null ? available : goods.quantity(item, available),
                "count", available);
        if (lot != null) {
            return new NotEnoughStock(at == null ? "error_stock_lot_too_little" : "error_stock_lot_none_there", facts);
        }
        if (item != null) {
            return new NotEnoughStock(at == null ? "error_not_enough_in_house" : "error_not_enough_there", facts);
        }
        return new NotEnoughStock("error_warehouse_hold_nothing", facts);
    }

    /** "4 B-7K2M-9QXT, 2 B-... ...": what the history says of it. */
    private static String inShort(List<HoldLine> lines, Function<HoldLine, Long> quantity) {
        String first = lines.stream()
                .limit(TOLD)
                .map(line -> quantity.apply(line) + " " + line.getLot().getCode())
                .collect(Collectors.joining(", "));
        return lines.size() > TOLD ? first + " ..." : first;
    }

    /**
     * Releases all of a hold, or some of it: it is free again.
     *
     * @throws Invalid when a line is none of the hold's
     * @throws Refused when it was released already, or less is held than is to be released
     */
    @Transactional
    public HoldView release(String code, ReleaseHold command) {
        rules.check(command);
        Hold hold = holds.locked(code);
        hold.mustStand();
        List<HoldLine> held = holds.lines(hold, true, Integer.MAX_VALUE);
        Map<HoldLine, Long> amounts = command.lines() == null ? all(held) : some(hold, held, command.lines());
        String told = inShort(List.copyOf(amounts.keySet()), amounts::get);
        ledger.release(amounts.keySet().stream().map(HoldLine::getAllocation).toList());
        List<HoldLine> kept = new ArrayList<>();
        amounts.forEach((line, quantity) -> {
            line.release(quantity);
            if (line.held() > 0) {
                kept.add(line);
            }
        });
        keep(hold, kept);
        holds.flush();
        String outcome = command.outcome().strip();
        if (holds.holdsSomething(hold)) {
            history.note(hold.getCode(), "hold_released_part", told, outcome);
        } else {
            hold.release(clock.instant(), scope.person(), outcome);
            history.note(hold.getCode(), "hold_released", told, outcome);
        }
        holds.flush();
        return view(hold);
    }

    /** What is left of lines that were released in part stays set apart; the ledger's lock is still held. */
    private void keep(Hold hold, List<HoldLine> kept) {
        if (kept.isEmpty()) {
            return;
        }
        List<Allocation> rest = ledger.promise(kept.stream()
                .map(line -> new Promise(Allocation.HELD, hold.getCode(), line.getLot(), line.getPlace(), line.held()))
                .toList());
        for (int i = 0; i < rest.size(); i++) {
            kept.get(i).keptBy(rest.get(i));
        }
    }

    private static Map<HoldLine, Long> all(List<HoldLine> held) {
        Map<HoldLine, Long> all = new LinkedHashMap<>();
        held.forEach(line -> all.put(line, line.held()));
        return all;
    }

    private Map<HoldLine, Long> some(Hold hold, List<HoldLine> held, List<ReleaseHold.Line> lines) {
        Map<Integer, HoldLine> byNumber = held.stream().collect(Collectors.toMap(HoldLine::getLine, line -> line));
        List<FieldError> faults = new ArrayList<>();
        Map<HoldLine, Long> some = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            ReleaseHold.Line wanted = lines.get(i);
            String path = "lines[" + i + "].";
            HoldLine line = wanted.line() > Integer.MAX_VALUE ? null : byNumber.get(wanted.line().intValue());
            if (line == null || some.containsKey(line)) {
                faults.add(new FieldError(
                        path + "line",
                        line == null ? "error_warehouse_hold_line" : "error_warehouse_hold_line_twice",
                        Map.of("given", wanted.line(), "hold", hold.getCode())));
                continue;
            }
            long quantity = wanted.quantity() == null ? line.held() : wanted.quantity();
            if (quantity > line.held()) {
                faults.add(new FieldError(
                        path + "quantity",
                        "error_warehouse_hold_less",
                        Map.of("lot", line.getLot().getCode(), "held", line.held(), "given", quantity)));
            }
            some.put(line, quantity);
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return some;
    }

    /** @throws NotFound when the organisation has no such hold */
    @Transactional
    public HoldView get(String code) {
        return view(holds.get(code));
    }

    /**
     * Newest first.
     *
     * @param standing true: those that hold something; false: those that were released; null: both
     * @param kind null: any
     */
    @Transactional
    public Page<HoldRow> list(Boolean standing, HoldKind kind, String after, int size) {
        return Page.of(holds.newest(standing, kind, Cursor.id(after), size + 1), size, HoldRow::id);
    }

    private HoldView view(Hold hold) {
        List<HoldLine> lines = holds.lines(hold, false, Page.MOST + 1);
        String madeBy = holds.nameOf(hold.getMadeBy());
        return new HoldView(
                hold.getCode(),
                hold.getKind(),
                hold.getWhy(),
                hold.getMadeAt(),
                madeBy,
                hold.getReleasedAt(),
                hold.getMadeBy().equals(hold.getReleasedBy()) ? madeBy : holds.nameOf(hold.getReleasedBy()),
                hold.getOutcome(),
                lines.stream().limit(Page.MOST).map(this::line).toList(),
                lines.size() > Page.MOST);
    }

    private HoldView.Line line(HoldLine line) {
        Lot lot = line.getLot();
        Item item = catalogue.of(lot.getItem().getId());
        return new HoldView.Line(
                line.getLine(),
                lot.getCode(),
                item.getCode(),
                goods.name(item, lot.getSize()),
                lot.getSize(),
                lot.getExpiresOn(),
                line.getPlace().getCode(),
                line.getPlace().label(),
                line.getQuantity(),
                line.held(),
                goods.quantity(item, line.held()));
    }
}
