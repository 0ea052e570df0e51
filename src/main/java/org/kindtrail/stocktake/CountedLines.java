package org.kindtrail.stocktake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Lot;

/** Reads the lines of a count: what lies where. */
@ApplicationScoped
class CountedLines {
    private final StockHere stock;
    private final Catalogue catalogue;

    CountedLines(StockHere stock, Catalogue catalogue) {
        this.stock = stock;
        this.catalogue = catalogue;
    }

    /**
     * What a line is about.
     *
     * @param lot null: things without labels
     */
    record Meant(Place place, Lot lot, Kind kind, long quantity) {
        Line line() {
            return new Line(place.getId(), lot == null ? null : lot.getId(), kind);
        }
    }

    /** @throws Invalid naming every line at fault */
    List<Meant> read(Stocktake stocktake, List<CountStock.Counted> counted) {
        Map<String, Place> knownPlaces = places(counted);
        Map<String, Lot> knownLots = lots(counted);
        List<FieldError> faults = new ArrayList<>();
        List<Meant> meant = new ArrayList<>();
        Map<Line, Integer> seen = new HashMap<>();
        for (int i = 0; i < counted.size(); i++) {
            String path = "counts[" + i + "].";
            try {
                Meant each = meant(path, stocktake, counted.get(i), knownPlaces, knownLots);
                Integer before = seen.putIfAbsent(each.line(), i + 1);
                if (before != null) {
                    throw Invalid.field(path + "quantity", "error_stocktake_twice", Map.of("line", before));
                }
                meant.add(each);
            } catch (Invalid invalid) {
                faults.addAll(invalid.fields());
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return meant;
    }

    private Meant meant(
            String path, Stocktake stocktake, CountStock.Counted counted, Map<String, Place> knownPlaces, Map<String, Lot> knownLots) {
        Place place = place(path + "place", stocktake, counted.place(), knownPlaces);
        boolean byLot = !isBlank(counted.lot());
        if (byLot == !isBlank(counted.item())) {
            throw Invalid.field(path + (byLot ? "item" : "lot"), byLot ? "error_stocktake_what_twice" : "error_stocktake_what_missing");
        }
        Meant meant = byLot
                ? lot(path, place, counted, knownLots)
                : new Meant(place, null, kind(path, counted), counted.quantity());
        if (stocktake.getItemId() != null && !stocktake.getItemId().equals(meant.kind().itemId())) {
            throw Invalid.field(
                    path + (byLot ? "lot" : "item"),
                    "error_stocktake_other_item",
                    Map.of(
                            "item", catalogue.label(catalogue.of(stocktake.getItemId())),
                            "given", catalogue.label(catalogue.of(meant.kind().itemId()))));
        }
        return meant;
    }

    private static Meant lot(String path, Place place, CountStock.Counted counted, Map<String, Lot> known) {
        Lot lot = Code.read(CodeKind.BAG, counted.lot()).map(known::get).orElse(null);
        if (lot == null || Catalogue.isMoney(lot.getItem())) {
            throw Invalid.field(path + "lot", "error_stocktake_lot_unknown", Map.of("given", Given.shortened(counted.lot())));
        }
        return new Meant(place, lot, Kind.of(lot), counted.quantity());
    }

    /** Retired items may still lie about. */
    private Kind kind(String path, CountStock.Counted counted) {
        Item item = catalogue.find(counted.item().strip());
        if (item == null || Catalogue.isMoney(item)) {
            throw Invalid.field(path + "item", "error_item_unknown", Map.of("given", Given.shortened(counted.item())));
        }
        if (counted.grade() == null) {
            throw Invalid.field(path + "grade", "error_stocktake_grade_missing");
        }
        String size = isBlank(counted.size()) ? null : counted.size().strip();
        catalogue.checkFit(path, item, size, null);
        return new Kind(item.getId(), size, counted.grade());
    }

    private static Place place(String path, Stocktake stocktake, String typed, Map<String, Place> known) {
        Place place = Places.read(typed).map(known::get).orElse(null);
        if (place == null || !place.isActive() || !place.getKind().isForGoods() || !place.isAtHand()) {
            throw Invalid.field(path, "error_place_unknown", Map.of("given", Given.shortened(typed)));
        }
        if (stocktake.getPlace() != null && !isIn(place, stocktake.getPlace())) {
            throw Invalid.field(
                    path,
                    "error_stocktake_elsewhere",
                    Map.of("place", place.label(), "counted", stocktake.getPlace().label()));
        }
        if (place.isSealed()) {
            throw Invalid.field(path, "error_container_sealed", Map.of("container", place.getCode()));
        }
        return place;
    }

    /** Whether it is the place, or stands in it, however deep. */
    private static boolean isIn(Place place, Place whole) {
        for (Place up = place; up != null; up = up.getParent()) {
            if (up.getId().equals(whole.getId())) {
                return true;
            }
        }
        return false;
    }

    private Map<String, Place> places(List<CountStock.Counted> counted) {
        return stock.placesByCode(counted.stream().map(CountStock.Counted::place).toList());
    }

    private Map<String, Lot> lots(List<CountStock.Counted> counted) {
        return stock.lotsByCode(counted.stream().map(CountStock.Counted::lot).toList());
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
