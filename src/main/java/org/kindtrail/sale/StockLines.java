package org.kindtrail.sale;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Transfer;

/** Reads what lines ask for, and finds it. */
@ApplicationScoped
class StockLines {
    private final Catalogue catalogue;
    private final TableGoods table;

    StockLines(Catalogue catalogue, TableGoods table) {
        this.catalogue = catalogue;
        this.table = table;
    }

    /** @return null when something is wrong with the line; the faults say what */
    TableGoods.Wish wish(
            String path, String code, String lot, String typedSize, Grade grade, Long quantity, List<FieldError> faults) {
        try {
            if (isBlank(code) == isBlank(lot)) {
                throw Invalid.field(path + "item", isBlank(code) ? "error_sale_what_missing" : "error_sale_what_twice");
            }
            if (grade != null && !TableGoods.FIT.contains(grade)) {
                throw Invalid.field(path + "grade", "error_sale_grade");
            }
            if (!isBlank(lot)) {
                String known = Code.read(CodeKind.BAG, lot)
                        .orElseThrow(() -> Invalid.field(path + "lot", "error_code", Map.of("given", Given.shortened(lot))));
                return new TableGoods.Wish(path, null, known, null, null, quantity);
            }
            Item item = item(path, code);
            String size = isBlank(typedSize) ? null : typedSize.strip();
            catalogue.checkFit(path, item, size, null);
            return new TableGoods.Wish(path, item, null, size, grade, quantity);
        } catch (Invalid invalid) {
            faults.addAll(invalid.fields());
            return null;
        }
    }

    /** Retired items may still lie about. */
    private Item item(String path, String code) {
        Item item = catalogue.find(code.strip());
        if (item == null || Catalogue.isMoney(item)) {
            throw Invalid.field(path + "item", "error_item_unknown", Map.of("given", Given.shortened(code)));
        }
        return item;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /**
     * What lines ask for, or everything.
     *
     * @param grades what everything means
     */
    List<TableGoods.Picked> find(
            TableGoods.Where where, Boolean all, List<StockLine> lines, Set<Grade> grades) {
        boolean everything = Boolean.TRUE.equals(all);
        if (everything == (lines != null && !lines.isEmpty())) {
            throw Invalid.field("lines", everything ? "error_sale_all_and_lines" : "error_sale_what_missing");
        }
        if (everything) {
            List<TableGoods.Picked> found = table.all(where, grades);
            if (found.isEmpty()) {
                throw new Refused("error_sale_nothing_there", Map.of("place", where.label()));
            }
            return found;
        }
        List<FieldError> faults = new ArrayList<>();
        List<TableGoods.Wish> wishes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            StockLine line = lines.get(i);
            wishes.add(wish("lines[" + i + "].", line.item(), line.lot(), line.size(), line.grade(), line.quantity(), faults));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return table.pick(where, wishes).stream().flatMap(List::stream).toList();
    }

    /** The same things from where they lie to a place; what lies there already stays. */
    static List<Transfer> transfers(List<TableGoods.Picked> goods, Place to, Entry entry) {
        return goods.stream()
                .filter(each -> !each.place().getId().equals(to.getId()))
                .map(each -> new Transfer(each.lot(), each.place(), to, each.quantity(), entry))
                .toList();
    }

    List<GoodsView> views(List<Transfer> transfers) {
        return transfers.stream()
                .map(each -> view(
                        each.lot().getCode(),
                        each.lot().getItem().getId(),
                        each.lot().getSize(),
                        each.lot().getGrade(),
                        each.quantity(),
                        each.from().getCode(),
                        each.from().label()))
                .toList();
    }

    GoodsView view(String lot, Long itemId, String size, Grade grade, long quantity, String from, String fromName) {
        Item item = catalogue.of(itemId);
        return new GoodsView(lot, item.getCode(), catalogue.label(item), size, grade, quantity, from, fromName);
    }
}
