package org.kindtrail.catalogue;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Collator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.kindtrail.account.History;
import org.kindtrail.account.Organisations;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.kernel.SearchKey;
import org.kindtrail.kernel.Unreadable;
import org.kindtrail.web.Frame;

/** What can be done with items: find them, and add or retire the organisation's own. */
@ApplicationScoped
public class ItemService {
    /** To make a key takes longer than to look for it; labels are few, and the same for everybody. */
    private static final Map<String, String> SEARCH_KEYS = new ConcurrentHashMap<>();

    private static final int MOST_KEYS = 20_000;

    private final Items items;
    private final Catalogue catalogue;
    private final FreshCatalogue fresh;
    private final SetValues values;
    private final Clock clock;
    private final Organisations organisations;
    private final History history;
    private final Scope scope;
    private final Rules rules;
    private final Frame frame;

    ItemService(
            Items items,
            Catalogue catalogue,
            FreshCatalogue fresh,
            SetValues values,
            Clock clock,
            Organisations organisations,
            History history,
            Scope scope,
            Rules rules,
            Frame frame) {
        this.items = items;
        this.catalogue = catalogue;
        this.fresh = fresh;
        this.values = values;
        this.clock = clock;
        this.organisations = organisations;
        this.history = history;
        this.scope = scope;
        this.rules = rules;
        this.frame = frame;
    }

    /**
     * Which items a list shows.
     *
     * @param category code of the category; null: all
     * @param search part of the name in the reader's language, in any case; null: all
     * @param own true: the organisation's own; false: the standard ones; null: both
     * @param active true: those that can be recorded; false: the retired ones; null: both
     */
    public record Wanted(String category, String search, Boolean own, Boolean active) {}

    /** The items in the order of the shelves: by category, then by name. */
    @Transactional
    public Page<ItemView> list(Wanted wanted, String after, int size) {
        if (wanted.category() != null && !catalogue.hasCategory(wanted.category())) {
            throw new Unreadable("category", "error_choice", Map.of("given", Given.shortened(wanted.category())));
        }
        Comparator<Item> order = order();
        Item last = after == null || after.isEmpty() ? null : lastOf(after);
        String search = wanted.search() == null ? "" : wanted.search().strip();
        List<Item> found = catalogue.byId().values().stream()
                .filter(item -> wanted.category() == null
                        ? !Catalogue.isMoney(item)
                        : item.getCategory().equals(wanted.category()))
                .filter(item -> wanted.own() == null || wanted.own() == (item.getOrganisationId() != null))
                .filter(item -> wanted.active() == null || wanted.active() == item.isActive())
                .filter(item -> search.isEmpty() || SearchKey.finds(searchKey(catalogue.label(item)), search))
                .filter(item -> last == null || order.compare(item, last) > 0)
                .sorted(order)
                .limit(size + 1L)
                .toList();
        return Page.of(found, size, Item::getCode).map(this::view);
    }

    private Comparator<Item> order() {
        Collator names = Collator.getInstance(frame.getLocale());
        List<String> shelves = catalogue.categories();
        return Comparator.comparingInt((Item item) -> shelves.indexOf(item.getCategory()))
                .thenComparing(catalogue::label, names::compare)
                .thenComparing(Item::getCode);
    }

    private Item lastOf(String after) {
        Item last = catalogue.find(after);
        if (last == null) {
            throw new Unreadable("after", "error_after", Map.of("given", Given.shortened(after)));
        }
        return last;
    }

    private static String folded(String text) {
        return UCharacter.foldCase(text, true);
    }

    private static String searchKey(String label) {
        if (SEARCH_KEYS.size() > MOST_KEYS) {
            SEARCH_KEYS.clear();
        }
        return SEARCH_KEYS.computeIfAbsent(label, SearchKey::of);
    }

    /** @throws NotFound when the organisation sees no such item */
    @Transactional
    public ItemView get(String code) {
        Item item = catalogue.find(code);
        if (item == null) {
            throw new NotFound(Given.shortened(code));
        }
        return view(item);
    }

    /** @throws Invalid naming the fields at fault */
    @Transactional
    public ItemView add(AddItem command) {
        rules.check(command);
        if (!catalogue.hasCategory(command.category()) || command.category().equals(Catalogue.MONEY)) {
            throw Invalid.field("category", "error_choice", Map.of("given", Given.shortened(command.category())));
        }
        List<String> sizes = sizes(command.sizes());
        change();
        List<Item> seen = items.seenBy(scope.organisation());
        Set<String> taken = seen.stream().map(Item::getCode).collect(Collectors.toSet());
        String name = command.name().strip();
        Item item = new Item(
                scope.organisation(),
                ItemCode.of(name, taken),
                command.category(),
                command.wearer(),
                command.unit().word(),
                sizes,
                name);
        item.expires(Boolean.TRUE.equals(command.expires()));
        refuseTwins(item, seen);
        items.persist(item);
        history.note(item.getCode(), "catalogue_item_added", catalogue.label(item), null);
        return view(item);
    }

    /** Two items that read the same cannot be told apart where one chooses by name. */
    private void refuseTwins(Item item, List<Item> seen) {
        String label = folded(catalogue.label(item));
        seen.stream()
                .filter(other -> other.isActive() && folded(catalogue.label(other)).equals(label))
                .findFirst()
                .ifPresent(other -> {
                    throw Invalid.field(
                            "name",
                            "error_catalogue_item_exists",
                            Map.of("item", catalogue.label(other), "code", other.getCode()));
                });
    }

    private static List<String> sizes(List<String> given) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > AddItem.MOST_SIZES) {
            throw Invalid.field(
                    "sizes", "error_catalogue_sizes_many", Map.of("count", given.size(), "most", AddItem.MOST_SIZES));
        }
        Set<String> seen = new HashSet<>();
        for (String size : given) {
            String plain = size == null ? "" : size;
            boolean clean = plain.codePoints().noneMatch(c -> c == '|' || c == ',' || Character.isISOControl(c)
                    || Character.getType(c) == Character.SURROGATE);
            if (plain.isBlank() || plain.strip().length() > AddItem.LONGEST_SIZE || !clean) {
                throw Invalid.field(
                        "sizes",
                        "error_catalogue_size",
                        Map.of("given", Given.shortened(plain), "most", AddItem.LONGEST_SIZE));
            }
            if (!seen.add(plain.strip())) {
                throw Invalid.field("sizes", "error_catalogue_size_twice", Map.of("given", plain.strip()));
            }
        }
        return given.stream().map(String::strip).toList();
    }

    /**
     * The item can be recorded no more; what is there of it stays what it is.
     *
     * @throws Refused when it is a standard item, or retired already
     */
    @Transactional
    public ItemView retire(String code) {
        ItemView known = get(code);
        if (!known.own()) {
            throw new Refused("error_catalogue_item_standard", Map.of("item", known.name()));
        }
        change();
        Item item = items.own(scope.organisation(), known.code());
        item.retire();
        history.note(item.getCode(), "catalogue_item_retired", catalogue.label(item), null);
        return view(item);
    }

    /**
     * Says whether lots of the organisation's own item may bear a last day of use, from now on; what stands on lots stays.
     *
     * @throws Refused when it is a standard item
     */
    @Transactional
    public ItemView expires(String code, SetExpiry command) {
        rules.check(command);
        ItemView known = get(code);
        if (!known.own()) {
            throw new Refused("error_catalogue_expires_standard", Map.of("item", known.name()));
        }
        if (known.expires() == command.expires()) {
            return known;
        }
        change();
        Item item = items.own(scope.organisation(), known.code());
        item.expires(command.expires());
        String happened = command.expires() ? "catalogue_item_expires" : "catalogue_item_expires_not";
        history.note(item.getCode(), happened, catalogue.label(item), null);
        items.flush();
        return view(item);
    }

    /**
     * Says what one of an item is worth, from now on: lots that come to be bear it, and what stands on lots stays.
     *
     * @throws Invalid naming the fields at fault
     */
    @Transactional
    public ItemView value(String code, SetValue command) {
        rules.check(command);
        ItemView known = get(code);
        List<FieldError> faults = new ArrayList<>();
        if (command.grade() == Grade.UNSORTED) {
            faults.add(new FieldError("grade", "error_choice", Map.of("given", command.grade().word())));
        }
        Money value = null;
        if (!Money.isCurrency(command.currency())) {
            faults.add(new FieldError("currency", "error_currency", Map.of("given", Given.shortened(command.currency()))));
        } else if (command.amount() != null && !command.amount().isBlank()) {
            value = Money.read("amount", command.amount(), command.currency(), faults);
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        Item item = catalogue.find(known.code());
        if (Catalogue.isMoney(item)) {
            throw new Refused("error_catalogue_value_money");
        }
        change();
        values.persist(new StandardValue(
                scope.organisation(), item, command.grade(), value, clock.instant(), scope.person()));
        String said = frame.say(command.grade().wordsKey(), Map.of()) + ": "
                + (value == null ? "-" : value.plain() + " " + value.currency());
        history.note(item.getCode(), "catalogue_item_valued", said, null);
        values.flush();
        return view(item);
    }

    /** One change of a catalogue at a time; every node reads it anew with the next request, this one at once. */
    private void change() {
        organisations.findById(scope.organisation(), LockModeType.PESSIMISTIC_WRITE).catalogueChanged();
        fresh.changed();
    }

    private ItemView view(Item item) {
        return new ItemView(
                item.getCode(),
                catalogue.label(item),
                item.getCategory(),
                catalogue.categoryName(item.getCategory()),
                item.getWearer(),
                item.getUnit(),
                item.getSizes(),
                catalogue.values(item),
                item.getOrganisationId() != null,
                item.isActive(),
                item.isExpiring());
    }
}
