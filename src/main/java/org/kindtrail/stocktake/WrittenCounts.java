package org.kindtrail.stocktake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Lot;

/** The lines of a count sheet for who types it in, and which of them are taken down already; never how many are expected. */
@ApplicationScoped
class WrittenCounts {
    private static final String BETWEEN = "~";

    private final Stocktakes stocktakes;
    private final StockHere stock;
    private final CountSheet sheet;
    private final LastCounts last;
    private final Catalogue catalogue;
    private final Goods goods;

    WrittenCounts(Stocktakes stocktakes, StockHere stock, CountSheet sheet, LastCounts last, Catalogue catalogue, Goods goods) {
        this.stocktakes = stocktakes;
        this.stock = stock;
        this.sheet = sheet;
        this.last = last;
        this.catalogue = catalogue;
        this.goods = goods;
    }

    /**
     * A line.
     *
     * @param lot null: things without labels
     * @param counted whether somebody's count of it is taken down
     */
    record Listed(
            String place, String placeName, String lot, String item, String name, String size, Grade grade, boolean counted) {}

    /** A page of the sheet; {@code next} is null at its end. */
    record Sheet(List<Listed> lines, String next) {}

    /** @param after where the page before ended; null or empty: from the beginning */
    @Transactional
    Sheet page(String code, String after, int size) {
        Stocktake stocktake = stocktakes.get(code);
        boolean again = stocktakes.recounts(stocktake) > 0;
        String from = after == null || after.isEmpty() ? null : from(after, again);
        Page<CountSheet.Row> rows = sheet.rows(code, from, size);
        Map<Line, Long> counted = last.at(
                stocktake, rows.rows().stream().map(row -> row.place().getId()).distinct().toList());
        return new Sheet(rows.rows().stream().map(row -> listed(row, counted)).toList(), rows.next() == null ? null : cursor(rows.rows().get(rows.rows().size() - 1)));
    }

    /** Where a page ended, for an address: no number of a row stands in it. */
    private static String cursor(CountSheet.Row row) {
        return row.lot() == null || !row.id().equals(row.lotId())
                ? Cursor.of(row.id())
                : row.place().getCode() + BETWEEN + row.lot();
    }

    /** From the beginning when another count was asked for meanwhile, or ended: the sheet is another one then. */
    private String from(String after, boolean again) {
        String[] parts = after.split(BETWEEN, 3);
        if (parts.length != 2) {
            Long id = Cursor.id(after);
            return again ? String.valueOf(id) : null;
        }
        Place place = stock.placesByCode(List.of(parts[0])).values().stream().findFirst().orElse(null);
        Lot lot = stock.lotsByCode(List.of(parts[1])).values().stream().findFirst().orElse(null);
        if (place == null || lot == null) {
            throw new NotFound(after.length() > 40 ? "..." : after);
        }
        return again ? null : CountSheet.cursor(place, lot.getItem().getId(), lot.getId());
    }

    private Listed listed(CountSheet.Row row, Map<Line, Long> counted) {
        Item item = catalogue.of(row.itemId());
        boolean done = counted.keySet().stream()
                .anyMatch(line -> line.placeId().equals(row.place().getId())
                        && (row.lot() == null
                                ? line.lotId() == null && line.kind().equals(new Kind(row.itemId(), row.size(), row.grade()))
                                : row.lotId() != null && row.lotId().equals(line.lotId())));
        return new Listed(
                row.place().getCode(),
                row.place().label(),
                row.lot(),
                item.getCode(),
                goods.name(item, row.size()),
                row.size(),
                row.grade(),
                done);
    }
}
