package org.kindtrail.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Unit;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Money;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.programme.Programme;
import org.kindtrail.programme.Programmes;
import org.kindtrail.sheet.Cells;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Found;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Reason;
import org.kindtrail.web.Frame;

/** Opening stock: what lies in the house when somebody begins, each row a lot that nobody gave. */
@ApplicationScoped
class StockImport implements ImportKind {
    private static final int MOST_ROWS = 250_000;
    private static final int LONGEST_REMARK = 500;
    private static final List<Field> FIELDS = List.of(
            Field.needed("item"),
            Field.of("size"),
            Field.of("fits"),
            Field.of("grade").forAll(),
            Field.needed("quantity"),
            Field.needed("place").forAll(),
            Field.of("expiresOn"),
            Field.of("value"),
            Field.of("currency").forAll(),
            Field.of("programme").forAll(),
            Field.of("remark"),
            Field.of(Field.REFERENCE));

    private final Catalogue catalogue;
    private final Goods goods;
    private final Places places;
    private final Programmes programmes;
    private final Choices choices;
    private final Ledger ledger;
    private final Codes codes;
    private final History history;
    private final Frame frame;
    private final Clock clock;

    StockImport(
            Catalogue catalogue,
            Goods goods,
            Places places,
            Programmes programmes,
            Choices choices,
            Ledger ledger,
            Codes codes,
            History history,
            Frame frame,
            Clock clock) {
        this.catalogue = catalogue;
        this.goods = goods;
        this.places = places;
        this.programmes = programmes;
        this.choices = choices;
        this.ledger = ledger;
        this.codes = codes;
        this.history = history;
        this.frame = frame;
        this.clock = clock;
    }

    /** A lot that is to come to be, and where. */
    private record Opening(
            Item item,
            String size,
            Wearer fits,
            Grade grade,
            long quantity,
            Place place,
            LocalDate expiresOn,
            Money worth,
            Long programme,
            String remark) {}

    @Override
    public Kind kind() {
        return Kind.STOCK;
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
        Map<String, String> line = new HashMap<>();
        catalogue.mostUsed().stream().findFirst().ifPresent(item -> {
            line.put("item", catalogue.label(item));
            item.getSizes().stream().findFirst().ifPresent(size -> line.put("size", size));
        });
        line.put("grade", frame.say(Grade.GOOD.wordsKey(), Map.of()));
        line.put("quantity", "12");
        places.sites().stream().findFirst().ifPresent(site -> line.put("place", site.getName()));
        return line;
    }

    @Override
    public Desk begin() {
        return new StockDesk();
    }

    @Override
    public void undo(SheetImport brought, List<String> documents, String why) {
        if (!documents.isEmpty()) {
            ledger.reverseMany(brought.getCode(), why);
        }
    }

    private final class StockDesk implements Desk {
        private final ItemNames items = new ItemNames(catalogue);
        private final Map<String, Programme> charged = new HashMap<>();

        @Override
        public void check(List<Row> rows) {
            PlaceNames where = new PlaceNames(places, rows, "place");
            rows.forEach(row -> read(row, where));
        }

        private void read(Row row, PlaceNames where) {
            Wearer fits = choices.read(row, "fits", Wearer.class, Wearer::wordsKey);
            Item item = items.read(row, "item", fits);
            List<String> left = new ArrayList<>();
            String size = item == null ? null : size(row, item, left);
            Grade grade = choices.read(row, "grade", Grade.class, Grade::wordsKey);
            Long quantity = row.quantity("quantity");
            Place place = where.read(row, "place");
            LocalDate expiresOn = item == null ? row.day("expiresOn") : expiresOn(row, item, left);
            Money worth = quantity == null ? null : worth(row, quantity);
            Programme programme = programme(row);
            Wearer told = item == null ? null : fits(row, item, fits, left);
            String remark = remark(row, left);
            if (item != null) {
                if (row.isForeign() && isMeasured(item)) {
                    row.wrong("item", "error_exchange_measured", Map.of("item", catalogue.label(item)));
                }
                row.reading(() -> catalogue.checkFit("", item, size, told));
                row.reading(() -> catalogue.checkExpiry("", item, expiresOn));
            }
            if (row.good()) {
                row.becomes(new Opening(
                        item,
                        size,
                        told,
                        grade == null ? Grade.GOOD : grade,
                        quantity,
                        place,
                        expiresOn,
                        worth,
                        programme == null ? null : programme.getId(),
                        remark));
            }
        }

        /** Sizes are the same in any case: "xl". */
        private String size(Row row, Item item, List<String> left) {
            String text = row.text("size");
            if (text == null) {
                return null;
            }
            String known = item.getSizes().stream().filter(text::equalsIgnoreCase).findFirst().orElse(null);
            return known != null || !row.isForeign() ? known == null ? text : known : leave("size", text, left);
        }

        private LocalDate expiresOn(Row row, Item item, List<String> left) {
            LocalDate day = row.day("expiresOn");
            return day == null || item.isExpiring() || !row.isForeign() ? day : leave("expiresOn", day.toString(), left);
        }

        private Wearer fits(Row row, Item item, Wearer fits, List<String> left) {
            if (fits == null || item.getWearer() == fits) {
                return null;
            }
            return item.getWearer().canFit(fits) || !row.isForeign() ? fits : leave("fits", row.text("fits"), left);
        }

        /** What cannot be said of the item here is kept in words. */
        private <T> T leave(String field, String text, List<String> left) {
            left.add(frame.say("exchange_field_" + field, Map.of()) + ": " + text);
            return null;
        }

        private String remark(Row row, List<String> left) {
            String text = row.text("remark");
            if (text != null && text.length() > LONGEST_REMARK) {
                row.wrong("remark", "error_text_long", Map.of("max", LONGEST_REMARK));
            }
            if (text != null) {
                left.add(text);
            }
            return left.isEmpty() ? null : String.join("; ", left);
        }

        /** Others count pieces. */
        private boolean isMeasured(Item item) {
            return item.getUnit().equals(Unit.GRAM.word()) || item.getUnit().equals(Unit.MILLILITRE.word());
        }

        private Programme programme(Row row) {
            String text = row.text("programme");
            if (text == null) {
                return null;
            }
            row.reading(() -> charged.computeIfAbsent(text, code -> programmes.chargeable("programme", code)));
            return charged.get(text);
        }

        @Override
        public String says(Row row) {
            Opening opening = row.command(Opening.class);
            return opening == null
                    ? ""
                    : frame.say(
                            "exchange_says_stock",
                            Map.of(
                                    "goods", goods.say(opening.item(), opening.size(), opening.quantity()),
                                    "grade", frame.say(opening.grade().wordsKey(), Map.of()),
                                    "place", opening.place().label()));
        }

        @Override
        public void take(SheetImport brought, List<Row> rows) {
            Entry entry = new Entry(Reason.COUNTED, brought.getCode(), clock.instant());
            List<Found> found = rows.stream().map(row -> found(row.command(Opening.class))).toList();
            List<Lot> lots = ledger.settle(List.of(), found, entry);
            for (int i = 0; i < lots.size(); i++) {
                rows.get(i).became(lots.get(i).getCode());
                String remark = rows.get(i).command(Opening.class).remark();
                if (remark != null) {
                    history.note(lots.get(i).getCode(), "lot_brought", remark, null);
                }
            }
        }
    }

    private Found found(Opening opening) {
        return new Found(
                opening.place(),
                new NewLot(
                        codes.next(CodeKind.BAG),
                        opening.item(),
                        opening.size(),
                        opening.fits(),
                        opening.grade(),
                        opening.quantity(),
                        opening.worth(),
                        opening.expiresOn(),
                        opening.programme()));
    }

    private static Money worth(Row row, long quantity) {
        String value = row.text("value");
        if (value == null) {
            return null;
        }
        String currency = row.text("currency");
        if (currency == null || !Money.isCurrency(currency.toUpperCase(Locale.ROOT))) {
            return row.wrong("currency", currency == null ? "error_exchange_missing" : "error_currency", Map.of());
        }
        List<FieldError> faults = new ArrayList<>();
        String plain = Cells.number(value).map(BigDecimal::toPlainString).orElse(value);
        Money each = Money.read("value", plain, currency.toUpperCase(Locale.ROOT), faults);
        faults.forEach(fault -> row.wrong("value", fault.key(), fault.facts()));
        if (each == null) {
            return null;
        }
        if (each.minor() > Money.MOST / quantity) {
            return row.wrong("value", "error_money_much", Map.of("currency", each.currency(), "digits", 0));
        }
        return new Money(each.minor() * quantity, each.currency());
    }
}
