package org.kindtrail.stocktake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.Page;
import org.kindtrail.paper.Column;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Signature;
import org.kindtrail.paper.Table;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.web.Frame;

/** The sheet that people count on: what lies where by name, never how much, and room to write. */
@ApplicationScoped
class CountSheet {
    /** Empty lines for what is not on the sheet. */
    private static final int EMPTY = 12;

    private final Stocktakes stocktakes;
    private final EntityManager database;
    private final Places places;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Scope scope;
    private final Frame frame;

    CountSheet(
            Stocktakes stocktakes,
            EntityManager database,
            Places places,
            Catalogue catalogue,
            Goods goods,
            Scope scope,
            Frame frame) {
        this.stocktakes = stocktakes;
        this.database = database;
        this.places = places;
        this.catalogue = catalogue;
        this.goods = goods;
        this.scope = scope;
        this.frame = frame;
    }

    /**
     * Something that is to be counted.
     *
     * @param id of the lot there, or of the line that is counted again
     * @param lotId null: things without labels
     */
    record Row(Place place, Long id, Long lotId, String lot, Long itemId, String size, Grade grade) {}

    Paper of(StocktakeView stocktake) {
        Paper paper = Paper.of(say("stocktake_sheet"), stocktake.code())
                .fact(say("stocktake_what"), stocktake.what())
                .factIfKnown(say("stocktake_remark"), stocktake.remark())
                .fact(say("stocktake_counter"), null)
                .fact(say("stocktake_counted_on"), null);
        if (stocktake.recounts() > 0) {
            paper.warning(say("stocktake_sheet_recount"));
        }
        return paper.table(Table.paged(columns(), (after, size) -> rows(stocktake.code(), after, size), this::cells))
                .table(Table.of(columns(), Stream.generate(() -> Arrays.asList(null, null, null, null, (String) null)).limit(EMPTY).toList())
                        .headed(say("stocktake_sheet_more")))
                .note(say("stocktake_sheet_note"))
                .signature(Signature.of(say("stocktake_counter"), say("stocktake_name"), say("stocktake_date"), say("stocktake_signature")));
    }

    private List<Column> columns() {
        return List.of(
                Column.text(say("stocktake_place"), 3),
                Column.text(say("stocktake_lot"), 2),
                Column.text(say("stocktake_item"), 4),
                Column.text(say("stocktake_grade"), 2),
                Column.hand(say("stocktake_how_many"), 2));
    }

    private List<String> cells(Row row) {
        return Arrays.asList(
                row.place().label(),
                row.lot(),
                goods.name(catalogue.of(row.itemId()), row.size()),
                say(row.grade().wordsKey()),
                null);
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    /** Site by site in walking order; the cursor stays in this house. */
    @Transactional
    Page<Row> rows(String code, String after, int size) {
        Stocktake stocktake = stocktakes.get(code);
        return stocktakes.recounts(stocktake) > 0
                ? Page.of(again(stocktake, after, size + 1), size, row -> String.valueOf(row.id()))
                : Page.of(all(stocktake, after, size + 1), size, CountSheet::cursor);
    }

    private static String cursor(Row row) {
        return cursor(row.place(), row.itemId(), row.id());
    }

    /** Behind what lies there; it stays in this house. */
    static String cursor(Place place, Long item, Long lot) {
        return place.stands().getId() + "." + place.getWalk() + "." + place.getId() + "." + item + "." + lot;
    }

    private List<Row> all(Stocktake stocktake, String after, int count) {
        Place place = stocktake.getPlace();
        String where =
                """
                select p, l.id, l.code, b.itemId, l.size, l.grade from Balance b join Lot l on l.id = b.lotId
                  join Place p on p.id = b.placeId left join fetch p.parent left join fetch p.top t
                where p.organisationId = :organisation and b.onHand > 0 and not p.sealed
                  and p.kind in (SITE, SHELF, BOX, PALLET, FREIGHT) and coalesce(t.kind, p.kind) = SITE"""
                        + (stocktake.getItemId() == null ? "" : " and b.itemId = " + stocktake.getItemId())
                        + within(place)
                        + after(after)
                        + " order by coalesce(t.id, p.id), p.walk, p.id, b.itemId, l.id";
        TypedQuery<Object[]> query =
                database.createQuery(where, Object[].class).setParameter("organisation", scope.organisation());
        if (place != null && place.getTop() != null) {
            query.setParameter("within", places.within(place));
        }
        return rows(query, after, count);
    }

    private static String within(Place place) {
        if (place == null) {
            return "";
        }
        return place.getTop() == null
                ? " and (p.id = " + place.getId() + " or t.id = " + place.getId() + ")"
                : " and p.id in :within";
    }

    private static String after(String after) {
        return after == null
                ? ""
                : " " + """
                    and (coalesce(t.id, p.id) > :site or coalesce(t.id, p.id) = :site and (p.walk > :walk or p.walk = :walk
                    and (p.id > :place or p.id = :place and (b.itemId > :item or b.itemId = :item and l.id > :lot))))""";
    }

    private List<Row> again(Stocktake stocktake, String after, int count) {
        long last = after == null ? Long.MIN_VALUE : Long.parseLong(after);
        return database
                .createQuery(
                        """
                        from Variance v left join fetch v.lot join fetch v.place p left join fetch p.parent left join fetch p.top
                        where v.stocktakeId = :stocktake and v.recount and v.id > :last order by v.id""",
                        Variance.class)
                .setParameter("stocktake", stocktake.getId())
                .setParameter("last", last)
                .setMaxResults(count)
                .getResultList()
                .stream()
                .map(line -> new Row(
                        line.getPlace(),
                        line.getId(),
                        line.getLot() == null ? null : line.getLot().getId(),
                        line.getLot() == null ? null : line.getLot().getCode(),
                        line.kind().itemId(),
                        line.kind().size(),
                        line.kind().grade()))
                .toList();
    }

    private static List<Row> rows(TypedQuery<Object[]> query, String after, int count) {
        if (after != null) {
            String[] parts = after.split("\\.");
            query.setParameter("site", Long.valueOf(parts[0]))
                    .setParameter("walk", Integer.valueOf(parts[1]))
                    .setParameter("place", Long.valueOf(parts[2]))
                    .setParameter("item", Long.valueOf(parts[3]))
                    .setParameter("lot", Long.valueOf(parts[4]));
        }
        return query.setMaxResults(count).getResultList().stream()
                .map(row -> new Row((Place) row[0], (Long) row[1], (Long) row[1], (String) row[2], (Long) row[3], (String) row[4], (Grade) row[5]))
                .toList();
    }
}
