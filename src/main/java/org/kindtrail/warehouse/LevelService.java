package org.kindtrail.warehouse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.kernel.Unreadable;
import org.kindtrail.place.Place;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.Places;

/** Minimum levels: sets them, and tells what is below. Two questions to the database, however many levels there are. */
@ApplicationScoped
public class LevelService {
    private final Levels levels;
    private final Places places;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Rules rules;
    private final Scope scope;
    private final History history;
    private final Clock clock;

    LevelService(
            Levels levels,
            Places places,
            Catalogue catalogue,
            Goods goods,
            Rules rules,
            Scope scope,
            History history,
            Clock clock) {
        this.levels = levels;
        this.places = places;
        this.catalogue = catalogue;
        this.goods = goods;
        this.rules = rules;
        this.scope = scope;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Sets a level, changes it, or takes it away.
     *
     * @return the level as it is now; with a level of 0 when it was taken away
     * @throws Invalid naming the fields at fault
     * @throws Refused when a level is taken away that there is not
     */
    @Transactional
    public LevelView set(SetMinimumLevel command) {
        rules.check(command);
        Place site = places.open("site", command.site());
        if (site.getKind() != PlaceKind.SITE) {
            throw Invalid.field("site", "error_warehouse_not_a_site", Map.of("place", site.label()));
        }
        Item item = catalogue.active("item", command.item());
        String size = command.size() == null || command.size().isBlank() ? null : command.size().strip();
        catalogue.checkFit("", item, size, null);
        String kept = size == null ? MinimumLevel.ALL_SIZES : size;
        Optional<MinimumLevel> standing = levels.locked(site, item.getId(), kept);
        String name = goods.name(item, size);
        long quantity = command.quantity() == null ? 0 : command.quantity();
        if (quantity == 0) {
            levels.delete(standing.orElseThrow(() ->
                    new Refused("error_warehouse_no_level", Map.of("item", name, "site", site.getName()))));
            history.note(site.getCode(), "warehouse_level_removed", name, null);
        } else {
            MinimumLevel level = standing.orElseGet(() -> new MinimumLevel(site, item.getId(), kept));
            level.set(quantity, clock.instant(), scope.person());
            levels.persist(level);
            history.note(site.getCode(), "warehouse_level_set", goods.say(item, size, quantity), null);
        }
        levels.flush();
        Map<Of, Levels.There> there = there();
        return view(new Told(site, item, size, quantity), there);
    }

    /** A level, with its item. */
    private record Told(Place site, Item item, String size, long quantity) {}

    /** @param size null: all together */
    private record Of(Long site, Long item, String size) {}

    private Map<Of, Levels.There> there() {
        Map<Of, Levels.There> there = new HashMap<>();
        for (Levels.There each : levels.there()) {
            add(there, new Of(each.site(), each.item(), null), each);
            if (each.size() != null) {
                add(there, new Of(each.site(), each.item(), each.size()), each);
            }
        }
        return there;
    }

    private static void add(Map<Of, Levels.There> there, Of of, Levels.There more) {
        there.merge(of, more, (one, other) -> new Levels.There(
                one.site(), one.item(), of.size(), one.onHand() + other.onHand(), one.available() + other.available()));
    }

    private LevelView view(Told level, Map<Of, Levels.There> there) {
        Levels.There found = there.get(new Of(level.site().getId(), level.item().getId(), level.size()));
        long onHand = found == null ? 0 : found.onHand();
        return new LevelView(
                level.site().getCode(),
                level.site().getName(),
                level.item().getCode(),
                catalogue.label(level.item()),
                level.size(),
                level.quantity(),
                onHand,
                found == null ? 0 : found.available(),
                Math.max(0, level.quantity() - onHand),
                goods.unit(level.item()));
    }

    /** How many levels are not reached now. */
    @Transactional
    public long low() {
        return all(null, true).size();
    }

    /**
     * Levels by site, then in the order of the shelves.
     *
     * @param site code of a site; null: all
     * @param low true: only those that are not reached now
     */
    @Transactional
    public Page<LevelView> list(String site, boolean low, String after, int size) {
        List<LevelView> all = all(site, low);
        LevelView last = after == null || after.isEmpty() ? null : lastOf(after);
        Comparator<LevelView> order = order();
        List<LevelView> found = all.stream()
                .sorted(order)
                .filter(level -> last == null || order.compare(level, last) > 0)
                .limit(size + 1L)
                .toList();
        return Page.of(found, size, LevelService::cursor);
    }

    private List<LevelView> all(String site, boolean low) {
        Long only = site == null ? null : places.get(site).getId();
        List<MinimumLevel> known = levels.all();
        if (known.isEmpty()) {
            return List.of();
        }
        Map<Of, Levels.There> there = there();
        return known.stream()
                .filter(level -> only == null || only.equals(level.getSite().getId()))
                .map(level -> view(
                        new Told(
                                level.getSite(),
                                catalogue.of(level.getItemId()),
                                level.getSize().isEmpty() ? null : level.getSize(),
                                level.getQuantity()),
                        there))
                .filter(level -> !low || level.low())
                .toList();
    }

    private Comparator<LevelView> order() {
        List<String> shelves = catalogue.categories();
        return Comparator.comparing(LevelView::siteName)
                .thenComparing(LevelView::site)
                .thenComparingInt(level -> shelves.indexOf(item(level).getCategory()))
                .thenComparing(LevelView::itemName)
                .thenComparing(LevelView::item)
                .thenComparingInt(level -> level.size() == null ? -1 : item(level).getSizes().indexOf(level.size()))
                .thenComparing(level -> level.size() == null ? "" : level.size());
    }

    private Item item(LevelView level) {
        return catalogue.find(level.item());
    }

    /** Where a page begins: site, item and size of the row before. */
    private static String cursor(LevelView level) {
        String plain = level.site() + "\n" + level.item() + "\n" + (level.size() == null ? "" : level.size());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private LevelView lastOf(String after) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split("\n", -1);
            Item item = catalogue.find(parts[1]);
            Place site = places.get(parts[0]);
            String size = parts[2].isEmpty() ? null : parts[2];
            return new LevelView(
                    site.getCode(), site.getName(), item.getCode(), catalogue.label(item), size, 0, 0, 0, 0, "");
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException | NotFound notOurs) {
            throw new Unreadable("after", "error_after", Map.of("given", after.length() > 40 ? "..." : after));
        }
    }
}
