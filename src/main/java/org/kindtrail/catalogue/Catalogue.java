package org.kindtrail.catalogue;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.ReplicaReads;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Words;

/**
 * What the organisation of this request can record. Kept in memory by the catalogue version that stands on the
 * organisation and is read with every sign-in, so that all nodes see a change at once and nobody asks the database twice.
 */
@ApplicationScoped
public class Catalogue {
    /** The category of what nobody has looked into yet; nobody asks for it. */
    public static final String UNSORTED = "unsorted";

    /** The category of money: one item for each currency, with the currency's code as its unit. */
    public static final String MONEY = "money";

    private record Valued(Long item, Grade grade) {}

    private record Kept(int version, Map<Long, Item> byId, Map<String, Item> byCode, Map<Valued, Money> values) {}

    private final Items items;
    private final Scope scope;
    private final Words words;
    private final StandardCatalogue standard;
    private final FreshCatalogue fresh;
    private final SetValues values;
    private final Clock clock;
    private final Map<Long, Kept> kept = new ConcurrentHashMap<>();

    Catalogue(
            Items items,
            Scope scope,
            Words words,
            StandardCatalogue standard,
            FreshCatalogue fresh,
            SetValues values,
            Clock clock) {
        this.clock = clock;
        this.values = values;
        this.items = items;
        this.scope = scope;
        this.words = words;
        this.standard = standard;
        this.fresh = fresh;
    }

    /** All items, the retired ones included, by id. */
    public Map<Long, Item> byId() {
        return kept().byId();
    }

    public static boolean isMoney(Item item) {
        return item.getCategory().equals(MONEY);
    }

    /** Whether what is in the category can be asked for and counted as things: not what nobody looked at yet, and not money. */
    public static boolean isOfThings(String category) {
        return !category.equals(UNSORTED) && !category.equals(MONEY);
    }

    /**
     * The item of a currency.
     *
     * @param currency a known code ({@link Money#isCurrency})
     */
    public Item money(String currency) {
        return kept().byCode().get(StandardCatalogue.money(currency));
    }

    /** The standard values of the item, by condition. */
    List<ValueView> values(Item item) {
        return Arrays.stream(Grade.values())
                .filter(grade -> valueOf(item, grade) != null)
                .map(grade -> new ValueView(
                        grade, valueOf(item, grade).plain(), valueOf(item, grade).currency()))
                .toList();
    }

    /** What one unit is worth by the organisation's standard values; null when it has set none. */
    Money valueOf(Item item, Grade grade) {
        return kept().values().get(new Valued(item.getId(), grade));
    }

    /** The item of goods that can be recorded under the code; money is none. */
    public Item active(String path, String code) {
        Item item = code == null ? null : kept().byCode().get(code);
        if (item == null || !item.isActive() || isMoney(item)) {
            throw Invalid.field(path, "error_item_unknown", Map.of("given", code == null ? "" : code));
        }
        return item;
    }

    /** The item of the code, retired or not; null when there is none. */
    public Item find(String code) {
        return kept().byCode().get(code);
    }

    public Item of(Long id) {
        Item item = kept().byId().get(id);
        return item != null ? item : items.findById(id);
    }

    /** What goods can be recorded, as people read it, in the order of their language. */
    public List<Item> active() {
        return kept().byCode().values().stream()
                .filter(item -> item.isActive() && !isMoney(item))
                .sorted(java.util.Comparator.comparing(this::label))
                .toList();
    }

    /** The items recorded most, for a quick choice. */
    public List<Item> mostUsed() {
        return standard.mostUsed().stream()
                .map(kept().byCode()::get)
                .filter(item -> item != null && item.isActive())
                .toList();
    }

    /** The codes of all categories, in shelf order. */
    public List<String> categories() {
        return standard.categories();
    }

    public boolean hasCategory(String code) {
        return standard.categories().contains(code);
    }

    /** The sizes that the items of the category come in, each once. */
    public List<String> sizesOf(String category) {
        return kept().byCode().values().stream()
                .filter(item -> item.isActive() && item.getCategory().equals(category))
                .sorted(java.util.Comparator.comparing(Item::getId))
                .flatMap(item -> item.getSizes().stream())
                .distinct()
                .toList();
    }

    public String categoryName(String code) {
        return standard.categoryName(code, locale());
    }

    public String categoryName(String code, Locale locale) {
        return standard.categoryName(code, locale);
    }

    /** The item as people say it: "Jumpers, man". It stands for the item in forms. */
    public String label(Item item) {
        return label(item, locale());
    }

    public String label(Item item, Locale locale) {
        String name = item.name(locale);
        return item.getWearer() == Wearer.ANY
                ? name
                : name + ", " + words.say(locale, "catalogue_wearer_" + item.getWearer().word());
    }

    /** The item with that label (any case) or code; null when none has. */
    public Item labelled(String typed) {
        String wanted = typed.strip().toLowerCase(locale());
        Item byCode = kept().byCode().get(wanted);
        if (byCode != null && !isMoney(byCode)) {
            return byCode;
        }
        return kept().byCode().values().stream()
                .filter(item -> !isMoney(item) && label(item).toLowerCase(locale()).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /** Checks a size and who it fits against the item. */
    public void checkFit(String path, Item item, String size, Wearer fits) {
        if (size != null && !item.getSizes().contains(size)) {
            String known = String.join(", ", item.getSizes());
            throw Invalid.field(
                    path + "size",
                    known.isEmpty() ? "error_size_none" : "error_item_size",
                    Map.of("item", label(item), "given", size, "known", known));
        }
        if (fits != null && !item.getWearer().canFit(fits)) {
            throw Invalid.field(
                    path + "fits",
                    "error_fits",
                    Map.of("item", label(item), "given", words.say(locale(), "catalogue_wearer_" + fits.word())));
        }
    }

    /** For how many years ahead a last day of use is believed. */
    private static final int MOST_YEARS = 30;

    /**
     * Checks the last day of use that is told of some of the item.
     *
     * @param day null: none is told
     */
    public void checkExpiry(String path, Item item, LocalDate day) {
        if (day == null) {
            return;
        }
        if (!item.isExpiring()) {
            throw Invalid.field(path + "expiresOn", "error_item_expires_not", Map.of("item", label(item)));
        }
        LocalDate last = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(MOST_YEARS);
        if (day.getYear() < 2000 || day.isAfter(last)) {
            throw Invalid.field(path + "expiresOn", "error_expires_range", Map.of("given", day.toString(), "years", MOST_YEARS));
        }
    }

    private static Locale locale() {
        return Arc.container().instance(Frame.class).get().getLocale();
    }

    private Kept kept() {
        Long organisation = scope.organisation();
        int version = scope.catalogueVersion();
        Kept known = kept.get(organisation);
        // A key's request (no sign-in) has no version at hand: what is kept is good enough to name things by.
        if (fresh.isChanged()) {
            return read(organisation, version);
        }
        // The replica may not have the version that stands beside it yet.
        if (ReplicaReads.isNext() && (known == null || version >= 0 && known.version() != version)) {
            return read(organisation, version);
        }
        if (known == null || (version >= 0 && known.version() != version)) {
            known = read(organisation, version);
            kept.put(organisation, known);
        }
        return known;
    }

    private Kept read(Long organisation, int version) {
        List<Item> all = items.seenBy(organisation);
        // Standard items come first. Should a later release bring one with a code that the organisation uses already,
        // the organisation's own keeps it.
        return new Kept(
                version,
                all.stream().collect(Collectors.toMap(Item::getId, Function.identity())),
                all.stream().collect(Collectors.toMap(Item::getCode, Function.identity(), (shadowed, own) -> own)),
                values(organisation));
    }

    private Map<Valued, Money> values(Long organisation) {
        return values.current(organisation).stream()
                .filter(value -> value.getValue() != null)
                .collect(Collectors.toMap(value -> new Valued(value.getItemId(), value.getGrade()), StandardValue::getValue));
    }
}
