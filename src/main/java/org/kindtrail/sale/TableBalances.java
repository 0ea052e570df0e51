package org.kindtrail.sale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.drive.Drive;
import org.kindtrail.place.PlaceKind;

/** Says from the ledger what became of what was brought to a table. What was reversed does not count, on either side. */
@ApplicationScoped
class TableBalances {
    private enum Column {
        BROUGHT,
        SOLD,
        TAKEN,
        PASSED_ON,
        GONE,
        OTHER,
        THERE
    }

    /** What went between the table and elsewhere, of an item. */
    record Went(Long item, PlaceKind to, Long soldBy, Long quantity) {}

    private static final String STANDING =
            " and m.organisationId = :organisation and m.reverses is null"
                    + " and not exists (select 1 from Movement back where back.reverses = m.id) group by ";

    private final EntityManager database;
    private final TableGoods table;
    private final Catalogue catalogue;
    private final Scope scope;

    TableBalances(EntityManager database, TableGoods table, Catalogue catalogue, Scope scope) {
        this.database = database;
        this.table = table;
        this.catalogue = catalogue;
        this.scope = scope;
    }

    /** By the names of the items. */
    List<SaleDriveView.Line> of(Drive drive) {
        Map<Long, Map<Column, Long>> sums = new HashMap<>();
        List<Long> places = database.createQuery(
                        "select p.id from Place p where p = :site or p.top = :site", Long.class)
                .setParameter("site", drive.getSite())
                .getResultList();
        in(places).forEach(row -> add(sums, row.item(), Column.BROUGHT, row.quantity()));
        out(places).forEach(row -> add(sums, row.item(), column(row, drive), row.quantity()));
        table.lying(TableGoods.Where.at(drive.getSite())).forEach(row -> add(sums, row.itemId(), Column.THERE, row.onHand()));
        return sums.entrySet().stream()
                .map(each -> line(catalogue.of(each.getKey()), each.getValue()))
                .sorted(Comparator.comparing(SaleDriveView.Line::itemName).thenComparing(SaleDriveView.Line::item))
                .toList();
    }

    private static void add(Map<Long, Map<Column, Long>> sums, Long item, Column column, long quantity) {
        sums.computeIfAbsent(item, known -> new EnumMap<>(Column.class)).merge(column, quantity, Long::sum);
    }

    private Stream<Went> in(List<Long> places) {
        return database.createQuery(
                        "select new org.kindtrail.sale.TableBalances$Went(l.item.id, f.kind, null, sum(m.quantity))"
                                + " from Movement m join m.lot l join m.fromPlace f"
                                + " where m.toPlace.id in :places and f.id not in :places" + STANDING + "l.item.id, f.kind",
                        Went.class)
                .setParameter("places", places)
                .setParameter("organisation", scope.organisation())
                .getResultStream();
    }

    private Stream<Went> out(List<Long> places) {
        return database.createQuery(
                        "select new org.kindtrail.sale.TableBalances$Went(l.item.id, t.kind, s.drive.id, sum(m.quantity))"
                                + " from Movement m join m.lot l join m.toPlace t left join Sale s on s.code = m.document"
                                + " where m.fromPlace.id in :places and t.id not in :places" + STANDING
                                + "l.item.id, t.kind, s.drive.id",
                        Went.class)
                .setParameter("places", places)
                .setParameter("organisation", scope.organisation())
                .getResultStream();
    }

    private static Column column(Went went, Drive drive) {
        if (Objects.equals(went.soldBy(), drive.getId())) {
            return Column.SOLD;
        }
        return switch (went.to()) {
            case SITE, SHELF, BOX, PALLET, FREIGHT, CONSIGNMENT, PARTNER -> Column.TAKEN;
            case PASSED_ON -> Column.PASSED_ON;
            case LET_GO, LOST -> Column.GONE;
            default -> Column.OTHER;
        };
    }

    private SaleDriveView.Line line(Item item, Map<Column, Long> sums) {
        return new SaleDriveView.Line(
                item.getCode(),
                catalogue.label(item),
                sums.getOrDefault(Column.BROUGHT, 0L),
                sums.getOrDefault(Column.SOLD, 0L),
                sums.getOrDefault(Column.TAKEN, 0L),
                sums.getOrDefault(Column.PASSED_ON, 0L),
                sums.getOrDefault(Column.GONE, 0L),
                sums.getOrDefault(Column.OTHER, 0L),
                sums.getOrDefault(Column.THERE, 0L));
    }
}
