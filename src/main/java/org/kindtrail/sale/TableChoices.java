package org.kindtrail.sale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.kindtrail.drive.Drive;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.web.Option;

/** What the forms of this room offer: what lies on a table, its shelves, and other places. */
@ApplicationScoped
class TableChoices {
    private final SaleDrives sales;
    private final Places places;
    private final TableGoods goods;
    private final TypedLines lines;

    TableChoices(SaleDrives sales, Places places, TableGoods goods, TypedLines lines) {
        this.sales = sales;
        this.places = places;
        this.goods = goods;
        this.lines = lines;
    }

    /**
     * A table.
     *
     * @param currency null while the sale has no terms
     */
    record Table(String drive, String title, boolean open, String currency, TypedLines.Choices choices) {}

    @Transactional
    Table of(String code) {
        Drive drive = sales.drive(code);
        return table(drive, TableGoods.Where.at(drive.getSite()));
    }

    /** What lies elsewhere in the house, and could be brought. */
    @Transactional
    Table elsewhere(String code) {
        Drive drive = sales.drive(code);
        return table(drive, new TableGoods.Where(null, drive.getSite()));
    }

    private Table table(Drive drive, TableGoods.Where where) {
        String currency = sales.terms(drive.getCode()).map(SaleTerms::getCurrency).orElse(null);
        return new Table(drive.getCode(), drive.getTitle(), drive.isOpen(), currency, lines.choices(goods.lying(where)));
    }

    /** What lies on the table of a drive, or, where no drive is named, anywhere in the house; for passing on. */
    @Transactional
    TypedLines.Choices toPassOn(String drive) {
        Place at = drive == null ? null : sales.drive("drive", drive).getSite();
        return lines.choices(goods.lying(new TableGoods.Where(at, null)));
    }

    /** The shelves of the table. */
    @Transactional
    List<Option> shelves(String code) {
        Place site = sales.drive(code).getSite();
        return options(places.open().stream()
                .filter(place -> place.getTop() != null && TableService.isAt(place, site))
                .toList());
    }

    /** Open places that are not of the table. */
    @Transactional
    List<Option> otherPlaces(String code) {
        Place site = sales.drive(code).getSite();
        return options(places.open().stream().filter(place -> !TableService.isAt(place, site)).toList());
    }

    @Transactional
    List<Option> places() {
        return options(places.open());
    }

    private static List<Option> options(List<Place> all) {
        return all.stream().map(place -> new Option(place.getCode(), place.label())).toList();
    }
}
