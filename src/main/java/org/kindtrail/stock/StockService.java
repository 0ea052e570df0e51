package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Unreadable;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.programme.Programmes;

/** Tells what is on hand, what has moved and what is promised. */
@ApplicationScoped
public class StockService {
    private final OnHand onHand;
    private final Lots lots;
    private final Movements movements;
    private final Allocations allocations;
    private final Kin kin;
    private final Spots spots;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Freshness freshness;
    private final Programmes programmes;

    StockService(
            OnHand onHand,
            Lots lots,
            Movements movements,
            Allocations allocations,
            Kin kin,
            Spots spots,
            Catalogue catalogue,
            Goods goods,
            Freshness freshness,
            Programmes programmes) {
        this.programmes = programmes;
        this.freshness = freshness;
        this.onHand = onHand;
        this.lots = lots;
        this.movements = movements;
        this.allocations = allocations;
        this.kin = kin;
        this.spots = spots;
        this.catalogue = catalogue;
        this.goods = goods;
    }

    /**
     * What a list of stock shows; null: all.
     *
     * @param place code of a place; a site's shelves are meant with it
     * @param item code of an item
     * @param category code of a category
     * @param size of the lot; empty: lots without one
     * @param inHouse leaves out what is on the road
     * @param available leaves out what is wholly promised, and what is on the road
     * @param programme code of the programme for which it is kept
     */
    public record Wanted(
            String place,
            String item,
            String category,
            String size,
            Grade grade,
            boolean inHouse,
            boolean available,
            String programme) {
        /** Whatever it is kept for. */
        public Wanted(
                String place, String item, String category, String size, Grade grade, boolean inHouse, boolean available) {
            this(place, item, category, size, grade, inHouse, available, null);
        }
    }

    /** All lots of an item, size and grade together, in the order of the shelves. */
    @Transactional
    Page<StockView> stock(Wanted wanted, String after, int size) {
        Comparator<OnHand.Total> order = order();
        OnHand.Total last = after == null || after.isEmpty() ? null : lastOf(after);
        List<OnHand.Total> found = onHand.totals(asked(wanted)).stream()
                .sorted(order)
                .filter(total -> last == null || order.compare(total, last) > 0)
                .limit(size + 1L)
                .toList();
        return Page.of(found, size, this::cursor).map(this::view);
    }

    private Comparator<OnHand.Total> order() {
        List<String> shelves = catalogue.categories();
        Function<OnHand.Total, Item> item = total -> catalogue.of(total.itemId());
        return Comparator.comparingInt((OnHand.Total total) -> shelves.indexOf(item.apply(total).getCategory()))
                .thenComparing(total -> catalogue.label(item.apply(total)))
                .thenComparing(OnHand.Total::itemId)
                .thenComparingInt(total -> wearingOrder(item.apply(total), total.size()))
                .thenComparing(total -> total.size() == null ? "" : total.size())
                .thenComparing(OnHand.Total::grade);
    }

    /** Goods whose size nobody told come first. */
    private static int wearingOrder(Item item, String size) {
        return size == null ? -1 : item.getSizes().indexOf(size);
    }

    /** Where a page of totals begins: item, size and grade of the row before. */
    private String cursor(OnHand.Total total) {
        String plain = catalogue.of(total.itemId()).getCode() + "\n" + total.grade() + "\n"
                + (total.size() == null ? "" : total.size());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private OnHand.Total lastOf(String after) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split("\n", -1);
            Item item = catalogue.find(parts[0]);
            return new OnHand.Total(
                    item.getId(), parts[2].isEmpty() ? null : parts[2], Grade.valueOf(parts[1]), 0L, 0L, null);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException notOurs) {
            throw new Unreadable("after", "error_after", Map.of("given", after.length() > 40 ? "..." : after));
        }
    }

    private StockView view(OnHand.Total total) {
        Item item = catalogue.of(total.itemId());
        return new StockView(
                item.getCode(),
                catalogue.label(item),
                total.size(),
                total.grade(),
                total.onHand(),
                total.allocated(),
                total.onHand() - total.allocated(),
                goods.unit(item),
                total.expiresFirst());
    }

    /** What lies where, by lot and place: the oldest first. */
    @Transactional
    public Page<BalanceView> balances(Wanted wanted, String after, int size) {
        BalanceKey from = after == null || after.isEmpty() ? null : spots.balance(after);
        List<OnHand.Lying> found = onHand.list(asked(wanted), from, size + 1);
        return Page.of(found, size, row -> row.lot() + "." + row.place()).map(this::view);
    }

    private OnHand.Asked asked(Wanted wanted) {
        return new OnHand.Asked(
                items(wanted.item(), wanted.category()),
                wanted.place() == null ? null : spots.within(wanted.place()),
                null,
                wanted.size(),
                wanted.grade(),
                wanted.inHouse() || wanted.available(),
                wanted.available(),
                wanted.programme() == null ? null : programmes.get(wanted.programme()).getId());
    }

    /** The ids of the items that are meant; null for all. */
    private List<Long> items(String code, String category) {
        if (category != null && !catalogue.hasCategory(category)) {
            throw new Unreadable(
                    "category", "error_choice", Map.of("given", category.length() > 60 ? "..." : category));
        }
        if (code != null) {
            Item item = item(code);
            return category == null || item.getCategory().equals(category) ? List.of(item.getId()) : List.of(-1L);
        }
        return category == null
                ? null
                : catalogue.byId().values().stream()
                        .filter(item -> item.getCategory().equals(category))
                        .map(Item::getId)
                        .sorted()
                        .toList();
    }

    private Item item(String code) {
        Item item = catalogue.find(code);
        if (item == null) {
            throw new NotFound(code.length() > 60 ? "..." : code);
        }
        return item;
    }

    private BalanceView view(OnHand.Lying row) {
        Item item = catalogue.of(row.itemId());
        return new BalanceView(
                row.lot(),
                item.getCode(),
                catalogue.label(item),
                row.size(),
                row.fits(),
                row.grade(),
                row.place(),
                spots.words(row.placeKind(), row.placeName(), row.inName() == null ? row.siteName() : row.siteName() + ", " + row.inName()),
                row.onHand(),
                row.allocated(),
                row.topKind() == PlaceKind.SITE ? row.onHand() - row.allocated() : 0,
                row.receivedAt(),
                row.expiresOn(),
                row.keptFor(),
                row.keptForName());
    }

    /**
     * Lots, the oldest first.
     *
     * @param item code; null: all
     * @param place code of where something of it lies now, a site's shelves meant with it; null: wherever, and gone ones
     */
    @Transactional
    public Page<LotView> lots(String item, String place, String after, int size) {
        List<Lot> found = lots.list(
                item == null ? null : item(item).getId(),
                place == null ? null : spots.within(place),
                after == null || after.isEmpty() ? null : spots.lot(after),
                size + 1);
        Page<Lot> page = Page.of(found, size, Lot::getCode);
        Map<String, List<BalanceView>> lying = lying(page.rows());
        Map<Long, Programmes.Named> named =
                programmes.keptFor(page.rows().stream().map(Lot::getProgrammeId).toList());
        return page.map(lot -> view(lot, lying.getOrDefault(lot.getCode(), List.of()), named.get(lot.getProgrammeId())));
    }

    private Map<String, List<BalanceView>> lying(List<Lot> some) {
        if (some.isEmpty()) {
            return Map.of();
        }
        return onHand
                .list(OnHand.Asked.ofLots(some.stream().map(Lot::getId).toList()), null, Integer.MAX_VALUE)
                .stream()
                .map(this::view)
                .collect(java.util.stream.Collectors.groupingBy(BalanceView::lot));
    }

    /** @throws NotFound when the organisation has no such lot */
    @Transactional
    public LotView lot(String code) {
        Lot lot = lots.get(code);
        return view(lot);
    }

    private LotView view(Lot lot) {
        return view(
                lot,
                lying(List.of(lot)).getOrDefault(lot.getCode(), List.of()),
                lot.getProgrammeId() == null
                        ? null
                        : programmes.keptFor(List.of(lot.getProgrammeId())).get(lot.getProgrammeId()));
    }

    private LotView view(Lot lot, List<BalanceView> places, Programmes.Named keptFor) {
        Item item = catalogue.of(lot.getItem().getId());
        return new LotView(
                lot.getCode(),
                item.getCode(),
                catalogue.label(item),
                item.getCategory(),
                item.getUnit(),
                lot.getSize(),
                lot.getFits(),
                lot.getGrade(),
                lot.getQuantity(),
                lot.getConversionId() != null,
                lot.getWorth() == null ? null : lot.getWorth().plain(),
                lot.getWorth() == null ? null : lot.getWorth().currency(),
                lot.getExpiresOn(),
                keptFor == null ? null : keptFor.code(),
                keptFor == null ? null : keptFor.name(),
                lot.getReceivedAt(),
                lot.getRecordedAt(),
                places);
    }

    /** @throws NotFound when the organisation has no such lot */
    @Transactional
    LotStory story(String code) {
        Lot lot = lots.get(code);
        Item item = catalogue.of(lot.getItem().getId());
        List<Moved> way = movements.list(lot.getId(), null, null, Page.MOST);
        return new LotStory(
                view(lot),
                goods.name(item, lot.getSize()),
                goods.quantity(item, lot.getQuantity()),
                !freshness.isOfUse(lot),
                way.isEmpty() ? null : way.get(0).by(),
                allocations.held(lot).stream()
                        .map(held -> new LotStory.Held(
                                held.getPurposeCode(),
                                goods.quantity(item, held.getQuantity()),
                                held.getPlace().label()))
                        .toList(),
                way.stream().map(moved -> step(item, moved)).toList(),
                relatives(kin.parents(lot)),
                relatives(kin.children(lot)));
    }

    private LotStory.Step step(Item item, Moved moved) {
        return new LotStory.Step(
                moved.reason(),
                goods.quantity(item, moved.quantity()),
                spots.words(moved.fromKind(), moved.fromName(), moved.fromSite()),
                spots.words(moved.toKind(), moved.toName(), moved.toSite()),
                moved.document(),
                DocumentPage.of(moved.document()),
                moved.why(),
                moved.by(),
                moved.occurredAt(),
                moved.reverses() != null,
                moved.reversedBy() != null);
    }

    private LotStory.Relatives relatives(List<Kin.Relative> found) {
        return new LotStory.Relatives(
                found.stream().limit(Kin.MOST).map(this::relative).toList(), found.size() > Kin.MOST);
    }

    private LotStory.Relative relative(Kin.Relative of) {
        return new LotStory.Relative(
                of.lot(), goods.say(catalogue.of(of.itemId()), of.size(), of.quantity()), of.reversed());
    }

    /**
     * The ledger, oldest first.
     *
     * @param lot code; null: all
     * @param document code; null: all
     */
    @Transactional
    public Page<MovementView> movements(String lot, String document, String after, int size) {
        List<Moved> found = movements.list(
                lot == null ? null : lots.get(lot).getId(),
                document == null ? null : spots.document(document),
                Cursor.id(after),
                size + 1);
        return Page.of(found, size, Moved::id).map(this::view);
    }

    private MovementView view(Moved moved) {
        return new MovementView(
                moved.lot(),
                catalogue.of(moved.itemId()).getCode(),
                moved.from(),
                spots.words(moved.fromKind(), moved.fromName(), moved.fromSite()),
                moved.to(),
                spots.words(moved.toKind(), moved.toName(), moved.toSite()),
                moved.quantity(),
                moved.reason(),
                moved.document(),
                moved.why(),
                moved.occurredAt(),
                moved.recordedAt(),
                moved.by(),
                moved.reverses() != null,
                moved.reversedBy() != null);
    }

    /**
     * Promises and what is on hold, oldest first.
     *
     * @param need code of the need or the hold; null: all
     * @param lot code; null: all
     */
    @Transactional
    public Page<AllocationView> allocations(
            String need, String lot, Allocation.State state, String after, int size) {
        List<Allocation> found = allocations.list(
                need == null ? null : spots.document(need),
                lot == null ? null : lots.get(lot).getId(),
                state,
                after == null || after.isEmpty() ? null : spots.allocation(after),
                size + 1);
        return Page.of(found, size, Allocation::getCode).map(this::view);
    }

    private AllocationView view(Allocation promised) {
        return new AllocationView(
                promised.getCode(),
                promised.isHold() ? null : promised.getPurposeCode(),
                promised.isHold() ? promised.getPurposeCode() : null,
                promised.getLot().getCode(),
                catalogue.of(promised.getLot().getItem().getId()).getCode(),
                promised.getLot().getSize(),
                promised.getPlace().getCode(),
                promised.getPlace().label(),
                promised.getQuantity(),
                promised.getState(),
                promised.getMadeAt(),
                promised.getExpiresAt());
    }
}
