package org.kindtrail.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Item;
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

/** What can be done with kits: define them, and ask how many could be packed. */
@ApplicationScoped
public class KitService {
    private final Kits kits;
    private final Parts parts;
    private final Places places;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Clock clock;

    KitService(
            Kits kits,
            Parts parts,
            Places places,
            Catalogue catalogue,
            Goods goods,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Clock clock) {
        this.kits = kits;
        this.parts = parts;
        this.places = places;
        this.catalogue = catalogue;
        this.goods = goods;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /** @throws Refused when the item has a recipe already */
    @Transactional
    public KitView define(DescribeKit command) {
        rules.check(command);
        Item item = kitItem(command.item());
        kits.standingFor(item.getId()).ifPresent(standing -> {
            throw new Refused(
                    "error_workshop_kit_exists", Map.of("item", catalogue.label(item), "kit", standing.getCode()));
        });
        Kit kit = new Kit(scope.organisation(), codes.next(CodeKind.KIT), item.getId(), clock.instant(), scope.person());
        describe(kit, command);
        kits.persist(kit);
        kits.flush();
        history.note(kit.getCode(), "workshop_kit_defined", recipe(kit), null);
        return view(kit);
    }

    /**
     * @param version the version that the change was made on
     * @throws Refused when somebody else changed the kit meanwhile
     */
    @Transactional
    public KitView change(String code, int version, DescribeKit command) {
        rules.check(command);
        Kit kit = kits.get(code);
        if (kit.getVersion() != version) {
            throw new Refused("error_changed_meanwhile");
        }
        if (!kitItem(command.item()).getId().equals(kit.getItemId())) {
            throw Invalid.field("item", "error_workshop_kit_item_stays", Map.of("given", command.item()));
        }
        kit.empty();
        // Parts are rows of their own: the kit's version is raised even if only they change.
        kits.getEntityManager().lock(kit, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        kits.flush();
        describe(kit, command);
        kits.flush();
        history.note(kit.getCode(), "workshop_kit_changed", recipe(kit), null);
        return view(kit);
    }

    @Transactional
    public KitView retire(String code) {
        Kit kit = kits.get(code);
        kit.retire(clock.instant());
        kits.flush();
        history.note(kit.getCode(), "workshop_kit_retired", null, null);
        return view(kit);
    }

    private Item kitItem(String code) {
        Item item = catalogue.active("item", code);
        if (!item.getUnit().equals("set")) {
            throw Invalid.field(
                    "item", "error_workshop_kit_unit", Map.of("item", catalogue.label(item), "unit", goods.unit(item)));
        }
        return item;
    }

    private void describe(Kit kit, DescribeKit command) {
        List<FieldError> faults = new ArrayList<>();
        kit.describe(command.remark());
        for (int i = 0; i < command.parts().size(); i++) {
            DescribeKit.Part told = command.parts().get(i);
            KitPart part = kit.add(told.quantity());
            Set<String> units = new HashSet<>();
            Set<Packing.Choice> known = new HashSet<>();
            for (int j = 0; j < told.choices().size(); j++) {
                String path = "parts[" + i + "].choices[" + j + "].";
                Packing.Choice choice = choice(path, kit, told.choices().get(j), units, faults);
                if (choice != null && !known.add(choice)) {
                    faults.add(new FieldError(
                            path + "item",
                            "error_workshop_choice_twice",
                            Map.of("item", goods.name(catalogue.of(choice.item()), choice.size()))));
                } else if (choice != null) {
                    part.orElse(choice.item(), choice.size());
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private Packing.Choice choice(
            String path, Kit kit, DescribeKit.Choice told, Set<String> units, List<FieldError> faults) {
        try {
            Item item = catalogue.active(path + "item", told.item());
            Map<String, Object> facts = Map.of("item", catalogue.label(item), "unit", goods.unit(item));
            if (item.getCategory().equals(Catalogue.UNSORTED)) {
                throw Invalid.field(path + "item", "error_workshop_item_unsorted", facts);
            }
            if (item.getId().equals(kit.getItemId())) {
                throw Invalid.field(path + "item", "error_workshop_kit_of_itself", facts);
            }
            units.add(item.getUnit());
            if (units.size() > 1) {
                throw Invalid.field(path + "item", "error_workshop_choice_unit", facts);
            }
            String size = told.size() == null || told.size().isBlank() ? null : told.size().strip();
            catalogue.checkFit(path, item, size, null);
            return new Packing.Choice(item.getId(), size);
        } catch (Invalid invalid) {
            faults.addAll(invalid.fields());
            return null;
        }
    }

    @Transactional
    public KitView get(String code) {
        return view(kits.get(code));
    }

    /** @param retired whether those are wanted that are packed no more; else those that are */
    @Transactional
    public Page<KitRow> list(boolean retired, String after, int size) {
        Page<Kit> page = Page.of(kits.newest(retired, Cursor.id(after), size + 1), size, Kit::getId);
        Map<Kit, Long> possible = parts.possible(page.rows().stream().filter(Kit::isActive).toList());
        return page.map(kit -> {
            Item item = catalogue.of(kit.getItemId());
            return new KitRow(
                    kit.getId(),
                    kit.getCode(),
                    item.getCode(),
                    catalogue.label(item),
                    kit.getParts().size(),
                    possible.getOrDefault(kit, 0L),
                    kit.isActive());
        });
    }

    /** How many could be packed now, in the house and at each site. */
    @Transactional
    public PossibleView possible(String code) {
        return possible(kits.get(code), places.sites());
    }

    /**
     * What the page of a kit shows.
     *
     * @param places where it can be packed and put
     */
    record KitPage(KitView kit, PossibleView possible, List<Place> places, List<History.Entry> history) {}

    @Transactional
    KitPage page(String code) {
        Kit kit = kits.get(code);
        List<Place> open = places.open();
        List<Place> sites = open.stream().filter(place -> place.getTop() == null).toList();
        return new KitPage(view(kit), possible(kit, sites), open, history.of(kit.getCode()));
    }

    private PossibleView possible(Kit kit, List<Place> sites) {
        Parts.Free free = parts.free(kit);
        Packing packing = free.packing();
        List<PossibleView.Site> bySite = sites.stream()
                .map(site -> new PossibleView.Site(
                        site.getCode(),
                        site.getName(),
                        packing.possible(free.at(site.getId())),
                        numbers(packing.scarcest(free.at(site.getId())))))
                .toList();
        List<PossibleView.Part> byPart = kit.getParts().stream()
                .map(part -> new PossibleView.Part(part.getLine(), packing.free(part.getLine() - 1, free.inHouse())))
                .toList();
        return new PossibleView(
                kit.getCode(),
                packing.possible(free.inHouse()),
                numbers(packing.scarcest(free.inHouse())),
                bySite,
                byPart);
    }

    private static List<Integer> numbers(List<Integer> indexes) {
        return indexes.stream().map(index -> index + 1).toList();
    }

    private KitView view(Kit kit) {
        Item item = catalogue.of(kit.getItemId());
        return new KitView(
                kit.getCode(),
                item.getCode(),
                catalogue.label(item),
                kit.getRemark(),
                kit.isActive(),
                kit.getParts().stream().map(this::part).toList(),
                kit.getVersion());
    }

    private KitView.Part part(KitPart part) {
        List<KitView.Choice> choices = part.getChoices().stream()
                .map(choice -> {
                    Item item = catalogue.of(choice.getItemId());
                    return new KitView.Choice(item.getCode(), catalogue.label(item), choice.getSize());
                })
                .toList();
        String unit = catalogue.of(part.getChoices().get(0).getItemId()).getUnit();
        return new KitView.Part(part.getLine(), part.getQuantity(), unit, choices);
    }

    /** "2 × Soap / Liquid soap; 1 × Towels": for the history, which tells what was packed when. */
    private String recipe(Kit kit) {
        return String.join("; ", kit.getParts().stream().map(parts::words).toList());
    }
}
