package org.kindtrail.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Lots;
import org.kindtrail.stock.Making;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.NotEnoughStock;
import org.kindtrail.stock.Reason;

/** What all works have in common: a document, a place, lots that are looked up, lots that come to be, and a view. */
@ApplicationScoped
class WorkDesk {
    private static final Set<Grade> TOLD = EnumSet.of(Grade.NEW, Grade.GOOD, Grade.WORN, Grade.UNFIT);

    private final Works works;
    private final Lots lots;
    private final Places places;
    private final Ledger ledger;
    private final Catalogue catalogue;
    private final Scope scope;
    private final Codes codes;
    private final Clock clock;

    WorkDesk(
            Works works,
            Lots lots,
            Places places,
            Ledger ledger,
            Catalogue catalogue,
            Scope scope,
            Codes codes,
            Clock clock) {
        this.works = works;
        this.lots = lots;
        this.places = places;
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.scope = scope;
        this.codes = codes;
        this.clock = clock;
    }

    Work begin(WorkKind kind, Place at, String remark, Instant occurredAt) {
        Instant now = clock.instant();
        if (occurredAt != null && occurredAt.isAfter(now)) {
            throw Invalid.field("occurredAt", "error_date_future", Map.of("given", occurredAt.toString()));
        }
        return new Work(
                        scope.organisation(),
                        codes.next(CodeKind.WORK),
                        kind,
                        at,
                        remark,
                        occurredAt == null ? now : occurredAt)
                .recorded(now, scope.person());
    }

    static Entry entry(Work work, Reason reason) {
        return new Entry(reason, work.getCode(), work.getOccurredAt());
    }

    Lot lot(String path, String code) {
        return lots.byCode(code)
                .orElseThrow(() -> Invalid.field(path, "error_stock_lot_unknown", Map.of("given", code)));
    }

    Place put(String path, String code, Place usual) {
        return code == null || code.isBlank() ? usual : places.open(path, code);
    }

    Place open(String path, String code) {
        return places.open(path, code);
    }

    /**
     * Where so much of a lot is free.
     *
     * @param code of the place that was named; null: the only one
     */
    Place from(Lot lot, String code, long quantity) {
        List<Works.Lying> lying = works.whereFree(lot);
        if (lying.isEmpty()) {
            throw new Refused("error_workshop_lot_gone", Map.of("lot", lot.getCode()));
        }
        if (code == null && lying.size() > 1) {
            String known = String.join("; ", lying.stream().map(each -> each.place().label()).toList());
            throw Invalid.field("place", "error_workshop_lot_places", Map.of("lot", lot.getCode(), "places", known));
        }
        Place place = code == null ? lying.get(0).place() : places.open("place", code);
        long available = lying.stream()
                .filter(each -> each.place().getId().equals(place.getId()))
                .mapToLong(Works.Lying::available)
                .sum();
        if (available < quantity) {
            throw new NotEnoughStock(
                    "error_workshop_lot_too_little",
                    Map.of("lot", lot.getCode(), "place", place.label(), "wanted", quantity, "count", available));
        }
        return place;
    }

    /**
     * The lot that a line says came out.
     *
     * @param usual the item, where the line names none; null: it must name one
     * @return null when something is wrong with the line; the faults say what
     */
    NewLot made(String path, MadeLine line, Item usual, List<FieldError> faults) {
        try {
            Item item = line.item() == null && usual != null ? usual : catalogue.active(path + "item", line.item());
            if (item.getCategory().equals(Catalogue.UNSORTED)) {
                throw Invalid.field(path + "item", "error_workshop_item_unsorted", Map.of("item", catalogue.label(item)));
            }
            String size = line.size() == null || line.size().isBlank() ? null : line.size().strip();
            catalogue.checkFit(path, item, size, line.fits());
            Grade grade = line.grade() == null ? Grade.GOOD : line.grade();
            if (!TOLD.contains(grade)) {
                throw Invalid.field(path + "grade", "error_workshop_grade_unsorted", Map.of());
            }
            catalogue.checkExpiry(path, item, line.expiresOn());
            return new NewLot(newCode(), item, size, line.fits(), grade, line.quantity()).until(line.expiresOn());
        } catch (Invalid invalid) {
            faults.addAll(invalid.fields());
            return null;
        }
    }

    String newCode() {
        return codes.next(CodeKind.BAG);
    }

    /** What is unfit is let go; everything else is put where it belongs. */
    Place to(Grade grade, Place usual) {
        return grade == Grade.UNFIT ? ledger.boundary(Place.LET_GO) : usual;
    }

    /** Writes the work and what it did to the stock: all of it or none. */
    void done(Work work, Making making) {
        works.persist(work);
        works.flush();
        ledger.convert(making);
    }

    WorkView view(Work work) {
        List<Works.Moved> moved = works.movements(work);
        Kit kit = work.getKit();
        return new WorkView(
                work.getCode(),
                work.getKind(),
                kit == null ? null : kit.getCode(),
                kit == null ? null : catalogue.label(catalogue.of(kit.getItemId())),
                work.getDrive() == null ? null : work.getDrive().getCode(),
                work.getDrive() == null ? null : work.getDrive().getTitle(),
                work.getPackedBy() == null ? null : work.getPackedBy().getCode(),
                work.getQuantity(),
                work.getPlace().getCode(),
                work.getPlace().label(),
                work.getRemark(),
                work.getOccurredAt(),
                work.getRecordedAt(),
                works.recordedBy(work),
                work.getReversedAt(),
                moved.stream().filter(Works.Moved::wentIn).map(this::input).toList(),
                moved.stream().filter(each -> !each.wentIn()).map(this::output).toList());
    }

    private WorkView.Line input(Works.Moved moved) {
        return line(moved, moved.from(), words(moved.fromName(), moved.fromSite()));
    }

    private WorkView.Line output(Works.Moved moved) {
        boolean letGo = moved.toId().equals(Place.LET_GO);
        return line(moved, letGo ? null : moved.to(), letGo ? null : words(moved.toName(), moved.toSite()));
    }

    private static String words(String place, String site) {
        return site == null ? place : site + ", " + place;
    }

    private WorkView.Line line(Works.Moved moved, String place, String placeName) {
        Item item = catalogue.of(moved.itemId());
        return new WorkView.Line(
                moved.lot(),
                item.getCode(),
                catalogue.label(item),
                moved.size(),
                moved.fits(),
                moved.grade(),
                moved.quantity(),
                item.getUnit(),
                place,
                placeName);
    }
}
