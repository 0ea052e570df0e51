package org.kindtrail.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.AddItem;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.ItemService;
import org.kindtrail.catalogue.Unit;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.sheet.ColumnGuess;
import org.kindtrail.web.Frame;

/** Items of the organisation's own. */
@ApplicationScoped
class ItemImport implements ImportKind {
    /** Each one that is added is compared with all that are there. */
    private static final int MOST_ROWS = 2_001;

    private static final List<Field> FIELDS = List.of(
            Field.needed("name"),
            Field.needed("category").forAll(),
            Field.of("wearer").forAll(),
            Field.of("unit").forAll(),
            Field.of("sizes"),
            Field.of("expires").forAll(),
            Field.of(Field.REFERENCE));

    private final EntityManager database;
    private final Catalogue catalogue;
    private final ItemService items;
    private final Choices choices;
    private final Categories categories;
    private final Rules rules;
    private final Scope scope;
    private final Frame frame;

    ItemImport(
            EntityManager database,
            Catalogue catalogue,
            ItemService items,
            Choices choices,
            Categories categories,
            Rules rules,
            Scope scope,
            Frame frame) {
        this.database = database;
        this.catalogue = catalogue;
        this.items = items;
        this.choices = choices;
        this.categories = categories;
        this.rules = rules;
        this.scope = scope;
        this.frame = frame;
    }

    @Override
    public Kind kind() {
        return Kind.ITEMS;
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public int mostRows() {
        return MOST_ROWS;
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "name", frame.say("exchange_example_item", Map.of()),
                "category", catalogue.categoryName("shoes"),
                "wearer", frame.say(Wearer.MAN.wordsKey(), Map.of()),
                "unit", frame.say("catalogue_unit_" + Unit.PAIR.word(), Map.of()),
                "sizes", "42, 43, 44");
    }

    @Override
    public Desk begin() {
        return new ItemDesk();
    }

    /** Items are never removed: those of the import can be recorded no more. */
    @Override
    public void undo(SheetImport brought, List<String> documents, String why) {
        List<String> used = Some.of(documents, codes -> database.createQuery(
                        """
                        select distinct i.code from Item i where i.organisationId = :organisation and i.code in :codes
                          and (exists (select 1 from Lot l where l.item = i) or exists (select 1 from NeedLine n where n.item = i))
                        order by i.code""",
                        String.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("codes", codes)
                .setMaxResults(10)
                .getResultList());
        if (!used.isEmpty()) {
            throw new Refused("error_exchange_items_used", Map.of("items", Some.named(used)));
        }
        for (String code : documents) {
            if (items.get(code).active()) {
                items.retire(code);
            }
        }
    }

    private final class ItemDesk implements Desk {
        private final ItemNames known = new ItemNames(catalogue);
        private final Set<String> coming = new HashSet<>();

        @Override
        public void check(List<Row> rows) {
            rows.forEach(this::read);
        }

        private void read(Row row) {
            String name = row.needed("name");
            String category = categories.read(row, "category");
            Wearer wearer = choices.read(row, "wearer", Wearer.class, Wearer::wordsKey);
            Unit unit = choices.read(row, "unit", Unit.class, each -> "catalogue_unit_" + each.word());
            Boolean expires = row.truth("expires");
            if (!row.good()) {
                return;
            }
            Wearer fits = wearer == null ? Wearer.ANY : wearer;
            AddItem command = new AddItem(
                    name, category, fits, unit == null ? Unit.PIECE : unit, sizes(row.text("sizes")), expires);
            row.reading(() -> rules.check(command));
            String label = fits == Wearer.ANY ? name : name + ", " + frame.say(fits.wordsKey(), Map.of());
            if (known.has(label) || !coming.add(ColumnGuess.plain(label))) {
                row.wrong("name", "error_exchange_item_exists", Map.of("item", label));
            }
            row.becomes(command);
        }

        @Override
        public String says(Row row) {
            AddItem command = row.command(AddItem.class);
            return command == null
                    ? ""
                    : frame.say(
                            "exchange_says_item",
                            Map.of("name", command.name(), "category", catalogue.categoryName(command.category())));
        }

        @Override
        public void take(SheetImport brought, List<Row> rows) {
            rows.forEach(row -> row.became(items.add(row.command(AddItem.class)).code()));
        }
    }

    private static List<String> sizes(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[,;|/]")).map(String::strip).filter(size -> !size.isEmpty()).toList();
    }
}
