package org.kindtrail.stocktake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Reverse;

/** Opens stocktakes, takes them in, and posts their differences; goods go on moving meanwhile. */
@ApplicationScoped
public class StocktakeService {
    private final Stocktakes stocktakes;
    private final Variances variances;
    private final Comparison comparison;
    private final Settlement settlement;
    private final StockHere stock;
    private final Places places;
    private final Catalogue catalogue;
    private final Ledger ledger;
    private final EntityManager database;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Clock clock;

    StocktakeService(
            Stocktakes stocktakes,
            Variances variances,
            Comparison comparison,
            Settlement settlement,
            StockHere stock,
            Places places,
            Catalogue catalogue,
            Ledger ledger,
            EntityManager database,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Clock clock) {
        this.stocktakes = stocktakes;
        this.variances = variances;
        this.comparison = comparison;
        this.settlement = settlement;
        this.stock = stock;
        this.places = places;
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.database = database;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /** @throws Invalid naming the fields at fault */
    @Transactional
    public StocktakeView open(OpenStocktake command) {
        rules.check(command);
        boolean everywhere = isBlank(command.place());
        if (everywhere && isBlank(command.item())) {
            throw Invalid.field("place", "error_stocktake_of_nothing");
        }
        Place place = everywhere ? null : places.open("place", command.place());
        Stocktake stocktake = new Stocktake(
                scope.organisation(),
                codes.next(CodeKind.STOCKTAKE),
                place,
                isBlank(command.item()) ? null : item(command.item()).getId(),
                isBlank(command.remark()) ? null : command.remark().strip(),
                clock.instant(),
                scope.person());
        stocktakes.persist(stocktake);
        history.note(stocktake.getCode(), "stocktake_opened", stocktakes.what(stocktake), null);
        return view(stocktake);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** Retired items may still lie about. */
    private Item item(String code) {
        Item item = catalogue.find(code.strip());
        if (item == null || Catalogue.isMoney(item)) {
            String given = code.length() <= 60 ? code : code.substring(0, 57) + "...";
            throw Invalid.field("item", "error_item_unknown", Map.of("given", given));
        }
        return item;
    }

    /**
     * Nobody counts any more: what was counted is compared with what the ledger said at each count.
     *
     * @throws Refused when nothing was counted, or it was handed in already
     */
    @Transactional
    public StocktakeView submit(String code) {
        Stocktake stocktake = stocktakes.locked(code);
        stocktake.submit(clock.instant(), scope.person());
        variances.replace(stocktake, lines(stocktake));
        history.note(stocktake.getCode(), "stocktake_submitted", null, null);
        return view(stocktake);
    }

    /** As one walks: place by place, and there in the order of the shelves. */
    private List<Variance> lines(Stocktake stocktake) {
        List<Compared> compared = comparison.of(stocktake);
        Map<Long, Place> at = stock.places(compared.stream().map(each -> each.line().placeId()).toList());
        List<String> categories = catalogue.categories();
        List<Compared> sorted = new ArrayList<>(compared);
        sorted.sort(Comparator.comparing((Compared each) -> at.get(each.line().placeId()).stands().getName())
                .thenComparing(each -> at.get(each.line().placeId()).getWalk())
                .thenComparing(each -> each.line().placeId())
                .thenComparing(each -> categories.indexOf(item(each).getCategory()))
                .thenComparing(each -> catalogue.label(item(each)))
                .thenComparing(each -> each.line().kind().size() == null ? -1 : item(each).getSizes().indexOf(each.line().kind().size()))
                .thenComparing(each -> each.line().kind().grade())
                .thenComparing(each -> each.line().lotId() == null ? -1L : each.line().lotId()));
        List<Variance> lines = new ArrayList<>();
        for (Compared each : sorted) {
            Long lot = each.line().lotId();
            lines.add(new Variance(
                    stocktake.getId(), lines.size() + 1, each, at.get(each.line().placeId()),
                    lot == null ? null : database.getReference(Lot.class, lot)));
        }
        return lines;
    }

    private Item item(Compared of) {
        return catalogue.of(of.line().kind().itemId());
    }

    /**
     * People count again; who asks for it has seen what is expected, and counts no more.
     *
     * @throws Invalid when no line is named, or none is in doubt
     */
    @Transactional
    public StocktakeView recount(String code, AskRecount command) {
        rules.check(command);
        Stocktake stocktake = stocktakes.locked(code);
        stocktake.refuseUnlessCounted();
        stocktakes.refuseUnlessSeen(stocktake);
        List<Integer> lines = command.lines() == null ? List.of() : command.lines();
        int marked = variances.askRecount(stocktake, lines, Boolean.TRUE.equals(command.doubtful()));
        if (marked == 0) {
            throw Invalid.field("lines", "error_stocktake_no_line");
        }
        stocktakes.noteSeen(stocktake, scope.person(), clock.instant());
        stocktake.reopen();
        history.note(stocktake.getCode(), "stocktake_recount", String.valueOf(marked), isBlank(command.why()) ? null : command.why().strip());
        return view(stocktake);
    }

    /**
     * Posts the differences, as one act.
     *
     * @throws Refused when the person counted, when it changed since they looked at it, or it was approved already
     * @throws org.kindtrail.stock.NotEnoughStock when what is missing is promised or has gone meanwhile
     */
    @Transactional
    public StocktakeView approve(String code, ApproveStocktake command) {
        rules.check(command);
        Stocktake stocktake = stocktakes.locked(code);
        stocktake.refuseUnlessCounted();
        if (stocktakes.counted(stocktake, scope.person())) {
            throw new Refused("error_stocktake_own_count", Map.of("stocktake", stocktake.getCode()));
        }
        if (stocktake.getVersion() != command.version()) {
            throw new Refused("error_changed_meanwhile");
        }
        boolean uncounted = variances.anyUncounted(stocktake);
        if (uncounted && command.uncounted() == null) {
            throw Invalid.field("uncounted", "error_stocktake_uncounted");
        }
        Instant now = clock.instant();
        String why = isBlank(command.why()) ? null : command.why().strip();
        settlement.post(
                stocktake,
                uncounted && command.uncounted() == Uncounted.ZERO,
                new Entry(Reason.COUNTED, stocktake.getCode(), now, why));
        stocktake.approve(uncounted ? command.uncounted() : null, now, scope.person());
        history.note(stocktake.getCode(), "stocktake_approved", null, why);
        return view(stocktake);
    }

    /** @throws Refused when it was approved or cancelled already */
    @Transactional
    public StocktakeView cancel(String code, CancelStocktake command) {
        rules.check(command);
        Stocktake stocktake = stocktakes.locked(code);
        stocktake.cancel(clock.instant(), scope.person());
        history.note(stocktake.getCode(), "stocktake_cancelled", null, command.why().strip());
        return view(stocktake);
    }

    /**
     * Takes back what was posted, as a whole.
     *
     * @throws Refused when it was taken back already, or what was found has moved on; the words name the documents
     */
    @Transactional
    public StocktakeView reverse(String code, Reverse command) {
        rules.check(command);
        Stocktake stocktake = stocktakes.locked(code);
        stocktake.reverse(clock.instant());
        if (variances.anyPosted(stocktake)) {
            ledger.reverse(stocktake.getCode(), command.why().strip());
        }
        history.note(stocktake.getCode(), "stocktake_reversed", null, command.why().strip());
        return view(stocktake);
    }

    /** @throws org.kindtrail.kernel.NotFound when the organisation has no such stocktake */
    @Transactional
    public StocktakeView get(String code) {
        return view(stocktakes.get(code));
    }

    /** @param state null: all */
    @Transactional
    public Page<StocktakeRow> list(StocktakeState state, String after, int size) {
        return Page.of(stocktakes.newest(state, Cursor.id(after), size + 1), size, Stocktake::getId)
                .map(each -> new StocktakeRow(
                        each.getId(), each.getCode(), stocktakes.what(each), each.getState(), each.getTurns(), each.getOpenedAt(),
                        each.getEndedAt(), each.getReversedAt()));
    }

    /** @throws Refused when the differences are not for these eyes, or not yet */
    @Transactional
    public StocktakeReport report(String code) {
        return variances.report(seen(code));
    }

    /** The same, line by line. */
    @Transactional
    public Page<VarianceView> variances(String code, Variances.Which which, String after, int size) {
        Stocktake stocktake = seen(code);
        return Page.of(variances.list(stocktake, which, Cursor.id(after), size + 1), size, VarianceView::id);
    }

    private Stocktake seen(String code) {
        Stocktake stocktake = stocktakes.get(code);
        stocktakes.refuseUnlessSeen(stocktake);
        return stocktake;
    }

    private StocktakeView view(Stocktake stocktake) {
        stocktakes.flush();
        long yours = stocktakes.countsBy(stocktake, scope.person());
        Place place = stocktake.getPlace();
        return new StocktakeView(
                stocktake.getCode(),
                stocktakes.what(stocktake),
                place == null ? null : place.getCode(),
                stocktake.getItemId() == null ? null : catalogue.of(stocktake.getItemId()).getCode(),
                stocktake.getRemark(),
                stocktake.getState(),
                stocktake.getTurns(),
                yours,
                stocktakes.recounts(stocktake),
                stocktake.getOpenedAt(),
                stocktakes.nameOf(stocktake.getOpenedBy()),
                stocktake.getCountedAt(),
                stocktakes.nameOf(stocktake.getCountedBy()),
                stocktake.getEndedAt(),
                stocktakes.nameOf(stocktake.getEndedBy()),
                stocktake.getUncounted(),
                stocktake.getReversedAt(),
                stocktake.getState() == StocktakeState.OPEN && !stocktakes.hasSeen(stocktake, scope.person()),
                stocktakes.mayReview(stocktake, yours > 0),
                stocktake.getVersion());
    }
}
