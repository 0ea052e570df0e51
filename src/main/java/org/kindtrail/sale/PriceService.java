package org.kindtrail.sale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.drive.Drive;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.stock.Lots;

/** The price list of a sale. */
@ApplicationScoped
public class PriceService {
    private final SaleDrives drives;
    private final Prices prices;
    private final TableGoods table;
    private final Lots lots;
    private final Catalogue catalogue;
    private final Rules rules;
    private final History history;

    PriceService(
            SaleDrives drives,
            Prices prices,
            TableGoods table,
            Lots lots,
            Catalogue catalogue,
            Rules rules,
            History history) {
        this.drives = drives;
        this.prices = prices;
        this.table = table;
        this.lots = lots;
        this.catalogue = catalogue;
        this.rules = rules;
        this.history = history;
    }

    @Transactional
    public PriceListView get(String code) {
        Drive drive = drives.drive(code);
        return view(drive, drives.terms(code).orElse(null));
    }

    /**
     * @throws Invalid naming the fields at fault
     * @throws Refused when the sale has no terms yet
     */
    @Transactional
    public PriceListView set(String code, SetPrices command) {
        rules.check(command);
        drives.drive(code);
        SaleTerms terms = drives.locked("drive", code);
        List<FieldError> faults = new ArrayList<>();
        Map<Prices.Of, Long> all = new LinkedHashMap<>();
        for (int i = 0; i < command.prices().size(); i++) {
            read("prices[" + i + "].", command.prices().get(i), terms.getCurrency(), all, faults);
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        prices.replace(terms.getDrive(), all);
        prices.flush();
        history.note(terms.getDrive().getCode(), "sale_prices_set", null, null);
        return view(terms.getDrive(), terms);
    }

    private void read(
            String path, SetPrices.Price price, String currency, Map<Prices.Of, Long> all, List<FieldError> faults) {
        Item item = catalogue.find(price.item().strip());
        Grade grade = price.grade() == null ? Grade.GOOD : price.grade();
        Money amount = price(path + "price", price.price(), currency, faults);
        if (item == null || Catalogue.isMoney(item)) {
            faults.add(new FieldError(path + "item", "error_item_unknown", Map.of("given", Given.shortened(price.item()))));
        } else if (!TableGoods.FIT.contains(grade)) {
            faults.add(new FieldError(path + "grade", "error_sale_grade"));
        } else if (amount != null && all.putIfAbsent(new Prices.Of(item.getId(), grade), amount.minor()) != null) {
            faults.add(new FieldError(path + "item", "error_sale_price_twice", Map.of("item", catalogue.label(item))));
        }
    }

    /** A price for one; nothing is sold for nothing. Null when something is wrong with it: the faults say what. */
    static Money price(String path, String typed, String currency, List<FieldError> faults) {
        Money amount = Money.read(path, typed, currency, faults);
        if (amount != null && amount.minor() == 0) {
            faults.add(new FieldError(path, "error_sale_price_zero"));
            return null;
        }
        return amount;
    }

    private PriceListView view(Drive drive, SaleTerms terms) {
        List<PriceListView.Price> list = terms == null
                ? List.of()
                : prices.list(drive).stream()
                        .map(price -> price(price, terms.getCurrency()))
                        .sorted(Comparator.comparing(PriceListView.Price::itemName)
                                .thenComparing(PriceListView.Price::item)
                                .thenComparing(PriceListView.Price::grade))
                        .toList();
        return new PriceListView(drive.getCode(), drive.getTitle(), terms == null ? null : terms.getCurrency(), list);
    }

    private PriceListView.Price price(SalePrice price, String currency) {
        Item item = catalogue.of(price.getItemId());
        return new PriceListView.Price(
                item.getCode(), catalogue.label(item), price.getGrade(), new Money(price.getPrice(), currency).plain());
    }

    /** An item and condition that lies on the table or has a price; the price may be missing. */
    record Priced(String item, String itemName, Grade grade, String price) {}

    /** What the form for the price list shows: what lies on the table first. */
    @Transactional
    List<Priced> priced(String code) {
        PriceListView list = get(code);
        Map<String, Priced> all = new LinkedHashMap<>();
        table.lying(TableGoods.Where.at(drives.drive(code).getSite())).stream()
                .filter(lying -> TableGoods.FIT.contains(lying.grade()))
                .map(lying -> new Priced(
                        catalogue.of(lying.itemId()).getCode(),
                        catalogue.label(catalogue.of(lying.itemId())),
                        lying.grade(),
                        ""))
                .sorted(Comparator.comparing(Priced::itemName).thenComparing(Priced::grade))
                .forEach(each -> all.put(each.item() + " " + each.grade(), each));
        list.prices().forEach(each -> all.put(
                each.item() + " " + each.grade(), new Priced(each.item(), each.itemName(), each.grade(), each.price())));
        return List.copyOf(all.values());
    }

    /** What the list says for a lot; empty when there is no such lot, or no price for it. */
    @Transactional
    String priceOf(String code, String lot) {
        SaleTerms terms = drives.terms(code).orElse(null);
        return terms == null
                ? ""
                : lots.byCode(lot)
                        .map(known -> prices.all(terms.getDrive())
                                .get(new Prices.Of(known.getItem().getId(), known.getGrade())))
                        .map(price -> new Money(price, terms.getCurrency()).plain())
                        .orElse("");
    }

    /** A price tag: what a customer reads, and the lot it belongs to. */
    record Tag(String lot, String name, String size, Grade grade, String price, String currency, long quantity) {
        /** Only what is worse than good is said on a tag, or better. */
        public boolean worn() {
            return grade != Grade.GOOD;
        }

        public String gradeKey() {
            return grade.wordsKey();
        }
    }

    /** The lots on the table, each with its price by the list; empty where it has none. */
    @Transactional
    List<Tag> tags(String code, Item item, Grade grade) {
        Drive drive = drives.drive(code);
        SaleTerms terms = drives.terms(code).orElse(null);
        Map<Prices.Of, Long> list = terms == null ? Map.of() : prices.all(drive);
        Map<String, Tag> tags = new LinkedHashMap<>();
        for (TableGoods.Picked each : table.all(TableGoods.Where.at(drive.getSite()), TableGoods.FIT)) {
            Item its = each.lot().getItem();
            if (item == null || its.getId().equals(item.getId()) && (grade == null || grade == each.lot().getGrade())) {
                Long price = list.get(new Prices.Of(its.getId(), each.lot().getGrade()));
                tags.merge(
                        each.lot().getCode(),
                        new Tag(
                                each.lot().getCode(),
                                catalogue.label(its),
                                each.lot().getSize(),
                                each.lot().getGrade(),
                                price == null ? "" : new Money(price, terms.getCurrency()).plain(),
                                terms == null ? "" : terms.getCurrency(),
                                each.quantity()),
                        PriceService::both);
            }
        }
        return List.copyOf(tags.values());
    }

    /** A lot that lies on two shelves. */
    private static Tag both(Tag one, Tag other) {
        return new Tag(
                one.lot(),
                one.name(),
                one.size(),
                one.grade(),
                one.price(),
                one.currency(),
                one.quantity() + other.quantity());
    }
}
