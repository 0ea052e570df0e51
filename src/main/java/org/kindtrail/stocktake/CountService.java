package org.kindtrail.stocktake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Ledger;
import org.kindtrail.web.Frame;

/** Takes down what people count, and beside it, unseen by them, what the ledger says at that moment. */
@ApplicationScoped
public class CountService {
    private final Stocktakes stocktakes;
    private final CountedLines lines;
    private final LastCounts last;
    private final StockHere stock;
    private final Ledger ledger;
    private final EntityManager database;
    private final Catalogue catalogue;
    private final Rules rules;
    private final Scope scope;
    private final Frame frame;
    private final Clock clock;

    CountService(
            Stocktakes stocktakes,
            CountedLines lines,
            LastCounts last,
            StockHere stock,
            Ledger ledger,
            EntityManager database,
            Catalogue catalogue,
            Rules rules,
            Scope scope,
            Frame frame,
            Clock clock) {
        this.stocktakes = stocktakes;
        this.lines = lines;
        this.last = last;
        this.stock = stock;
        this.ledger = ledger;
        this.database = database;
        this.catalogue = catalogue;
        this.rules = rules;
        this.scope = scope;
        this.frame = frame;
        this.clock = clock;
    }

    /**
     * All lines, or none. A line that was counted before, by whomever, counts as it was counted last.
     *
     * @throws Invalid naming the lines at fault
     * @throws Refused when nobody counts any more, or who counts has seen what is expected
     */
    @Transactional
    public List<CountView> count(String code, CountStock command) {
        rules.check(command);
        Stocktake stocktake = open(code);
        return taken(stocktake, lines.read(stocktake, command.counts()));
    }

    /**
     * The same for a sheet that is typed in: a line that was counted last with the same number is left as it is, so that the
     * sheet can be typed again; of a line that is to be counted again only what was counted since counts as such.
     */
    @Transactional
    public WrittenCountsView countWritten(String code, CountStock command) {
        rules.check(command);
        Stocktake stocktake = open(code);
        List<CountedLines.Meant> meant = lines.read(stocktake, command.counts());
        Map<Line, Long> before = last.at(
                stocktake, meant.stream().map(each -> each.place().getId()).distinct().toList());
        List<CountedLines.Meant> changed = meant.stream()
                .filter(each -> !Long.valueOf(each.quantity()).equals(before.get(each.line())))
                .toList();
        List<CountView> counts = changed.isEmpty() ? List.of() : taken(stocktake, changed);
        return new WrittenCountsView(counts.size(), meant.size() - counts.size(), counts);
    }

    private Stocktake open(String code) {
        Stocktake stocktake = stocktakes.locked(code);
        stocktake.refuseUnlessOpen();
        if (stocktakes.hasSeen(stocktake, scope.person())) {
            throw new Refused("error_stocktake_seen", Map.of("stocktake", stocktake.getCode()));
        }
        return stocktake;
    }

    private List<CountView> taken(Stocktake stocktake, List<CountedLines.Meant> meant) {
        List<StockHere.Lying> lying = expected(meant);
        Instant now = clock.instant();
        List<StockCount> counts = meant.stream()
                .map(each -> new StockCount(stocktake, each.place(), each.lot(), each.kind(), each.quantity(), now, scope.person()))
                .toList();
        counts.forEach(database::persist);
        keep(counts, lying);
        database.flush();
        return counts.stream().map(each -> view(each, frame.getPerson())).toList();
    }

    /** What the ledger says now of everything that is counted, while nobody else changes it. */
    private List<StockHere.Lying> expected(List<CountedLines.Meant> meant) {
        Set<Long> lots = new HashSet<>();
        Set<Long> items = new HashSet<>();
        Set<Long> heaps = new HashSet<>();
        for (CountedLines.Meant each : meant) {
            if (each.lot() != null) {
                lots.add(each.lot().getId());
            } else {
                items.add(each.kind().itemId());
                heaps.add(each.place().getId());
            }
        }
        Set<Long> locked = new HashSet<>(lots);
        heap(items, heaps).forEach(each -> locked.add(each.lotId()));
        ledger.lock(locked);
        List<StockHere.Lying> lying = new ArrayList<>(stock.ofLots(lots));
        // Once more: of what was waited for, some may have gone and some may have come.
        heap(items, heaps).stream().filter(each -> !lots.contains(each.lotId())).forEach(lying::add);
        return lying;
    }

    private List<StockHere.Lying> heap(Collection<Long> items, Collection<Long> places) {
        return items.isEmpty() ? List.of() : stock.of(items, places);
    }

    private void keep(List<StockCount> counts, List<StockHere.Lying> lying) {
        Map<Line, List<StockHere.Lying>> byLot = lying.stream().collect(Collectors.groupingBy(StockHere.Lying::line));
        Map<Line, List<StockHere.Lying>> byKind = lying.stream().collect(Collectors.groupingBy(StockHere.Lying::heap));
        for (StockCount count : counts) {
            Long place = count.getPlace().getId();
            List<StockHere.Lying> there = count.getLot() == null
                    ? byKind.getOrDefault(new Line(place, null, count.kind()), List.of())
                    : byLot.getOrDefault(new Line(place, count.getLot().getId(), count.kind()), List.of());
            there.forEach(each -> database.persist(new ExpectedLot(count.getId(), each.lotId(), each.onHand())));
        }
    }

    private CountView view(StockCount count, String by) {
        Item item = catalogue.of(count.kind().itemId());
        return new CountView(
                count.getId(),
                count.getTurn(),
                count.getPlace().getCode(),
                count.getPlace().label(),
                count.getLot() == null ? null : count.getLot().getCode(),
                item.getCode(),
                catalogue.label(item),
                count.kind().size(),
                count.kind().grade(),
                count.getCounted(),
                count.getAt(),
                by);
    }

    /**
     * Counts as they were taken down, newest first: one's own; whoever may see the differences sees everybody's.
     *
     * @throws org.kindtrail.kernel.NotFound when the organisation has no such stocktake
     */
    @Transactional
    public Page<CountView> list(String code, String after, int size) {
        Stocktake stocktake = stocktakes.get(code);
        boolean all = stocktakes.mayReview(stocktake, stocktakes.counted(stocktake, scope.person()));
        Long before = Cursor.id(after);
        List<CountView> found = database
                .createQuery(
                        "select c, w.displayName from StockCount c join fetch c.place p left join fetch p.parent left join fetch p.top"
                                + " left join fetch c.lot join Person w on w.id = c.byPersonId where c.stocktakeId = :stocktake"
                                + " and c.id < :before and (c.byPersonId = :person or :all = true) order by c.stocktakeId desc, c.id desc",
                        Object[].class)
                .setParameter("stocktake", stocktake.getId())
                .setParameter("before", before == null ? Long.valueOf(Long.MAX_VALUE) : before)
                .setParameter("person", scope.person())
                .setParameter("all", all)
                .setMaxResults(size + 1)
                .getResultList()
                .stream()
                .map(row -> view((StockCount) row[0], Objects.toString(row[1], "")))
                .toList();
        return Page.of(found, size, CountView::id);
    }
}
