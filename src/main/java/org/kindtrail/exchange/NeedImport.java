package org.kindtrail.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.drive.Drives;
import org.kindtrail.kernel.Rules;
import org.kindtrail.need.Need;
import org.kindtrail.need.NeedService;
import org.kindtrail.need.NeedView;
import org.kindtrail.need.PostNeed;
import org.kindtrail.need.Urgency;
import org.kindtrail.programme.Programmes;
import org.kindtrail.recipient.Recipients;
import org.kindtrail.web.Frame;

/** What recipients ask for: each row a need with one line. */
@ApplicationScoped
class NeedImport implements ImportKind {
    private static final int MOST_ROWS = 20_000;
    private static final List<Field> FIELDS = List.of(
            Field.needed("recipient").forAll(),
            Field.needed("forWhom").forAll(),
            Field.of("item"),
            Field.of("category"),
            Field.of("fits"),
            Field.of("sizes"),
            Field.needed("quantity"),
            Field.of("urgency").forAll(),
            Field.of("wantedBy").forAll(),
            Field.of("expiresOn").forAll(),
            Field.of("programme").forAll(),
            Field.of("drive").forAll(),
            Field.of(Field.REFERENCE));

    private final NeedService needs;
    private final Recipients recipients;
    private final Programmes programmes;
    private final Drives drives;
    private final Catalogue catalogue;
    private final Categories categories;
    private final Choices choices;
    private final Goods goods;
    private final Rules rules;
    private final Frame frame;

    NeedImport(
            NeedService needs,
            Recipients recipients,
            Programmes programmes,
            Drives drives,
            Catalogue catalogue,
            Categories categories,
            Choices choices,
            Goods goods,
            Rules rules,
            Frame frame) {
        this.needs = needs;
        this.recipients = recipients;
        this.programmes = programmes;
        this.drives = drives;
        this.catalogue = catalogue;
        this.categories = categories;
        this.choices = choices;
        this.goods = goods;
        this.rules = rules;
        this.frame = frame;
    }

    @Override
    public Kind kind() {
        return Kind.NEEDS;
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
                "recipient", "R-0000-0000",
                "forWhom", frame.say("exchange_example_for_whom", Map.of()),
                "category", catalogue.categoryName("shoes"),
                "sizes", "42, 43",
                "quantity", "11",
                "urgency", frame.say(Urgency.NORMAL.wordsKey(), Map.of()));
    }

    @Override
    public Desk begin() {
        return new NeedDesk();
    }

    @Override
    public void undo(SheetImport brought, List<String> documents, String why) {
        for (String code : documents) {
            if (needs.get(code).state() != Need.State.WITHDRAWN) {
                needs.withdraw(code);
            }
        }
    }

    private final class NeedDesk implements Desk {
        private final ItemNames items = new ItemNames(catalogue);
        private final Named known = new Named();
        private final Named open = new Named();

        NeedDesk() {
            recipients.active().forEach(each -> known.add(each.getCode(), each.getAlias()));
            drives.open().forEach(each -> open.add(each.getCode(), each.getTitle()));
        }

        @Override
        public void check(List<Row> rows) {
            rows.forEach(this::read);
        }

        private void read(Row row) {
            String recipient = row.needed("recipient") == null ? null : known.read(row, "recipient", "error_recipient_unknown");
            String forWhom = row.needed("forWhom");
            Wearer fits = choices.read(row, "fits", Wearer.class, Wearer::wordsKey);
            boolean byItem = row.text("item") != null || row.text("category") == null;
            Item item = byItem ? items.read(row, "item", fits) : null;
            String category = byItem ? null : categories.read(row, "category");
            Wearer told = item != null && item.getWearer() == fits ? null : fits;
            List<String> sizes = sizes(row.text("sizes"));
            if (item != null) {
                sizes.forEach(size -> row.reading(() -> catalogue.checkFit("", item, size, told)));
            }
            PostNeed.Line line = new PostNeed.Line(
                    item == null ? null : item.getCode(), category, told, sizes, row.quantity("quantity"));
            PostNeed command = new PostNeed(
                    recipient,
                    forWhom,
                    row.day("wantedBy"),
                    List.of(line),
                    choices.read(row, "urgency", Urgency.class, Urgency::wordsKey),
                    row.text("programme"),
                    open.read(row, "drive", "error_exchange_drive_unknown"),
                    null,
                    row.day("expiresOn"),
                    null);
            if (row.good()) {
                row.reading(() -> rules.check(command));
                row.reading(() -> programmes.chargeable("programme", command.programme()));
            }
            row.becomes(command);
        }

        @Override
        public String says(Row row) {
            PostNeed command = row.command(PostNeed.class);
            if (command == null) {
                return "";
            }
            PostNeed.Line line = command.lines().get(0);
            String what = line.item() == null
                    ? catalogue.categoryName(line.category()) + ": " + frame.number(line.quantity())
                    : goods.say(catalogue.find(line.item()), null, line.quantity());
            return frame.say("exchange_says_need", Map.of("goods", what, "recipient", command.recipient(), "whom", command.forWhom()));
        }

        @Override
        public void take(SheetImport brought, List<Row> rows) {
            rows.forEach(row -> {
                NeedView view = needs.post(row.command(PostNeed.class));
                row.became(view.code());
            });
        }
    }

    private static List<String> sizes(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[,;|/]")).map(String::strip).filter(size -> !size.isEmpty()).toList();
    }
}
