package org.kindtrail.sale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.drive.Drive;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Transfer;

/** Brings things to the table of a sale, and takes them away from it. */
@ApplicationScoped
public class TableService {
    private final SaleDrives drives;
    private final Places places;
    private final StockLines lines;
    private final Ledger ledger;
    private final Rules rules;
    private final Codes codes;
    private final Clock clock;

    TableService(
            SaleDrives drives, Places places, StockLines lines, Ledger ledger, Rules rules, Codes codes, Clock clock) {
        this.drives = drives;
        this.places = places;
        this.lines = lines;
        this.ledger = ledger;
        this.rules = rules;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * @return what was moved; it is reversed by the ledger's own door, under its code
     * @throws Invalid naming the fields at fault
     * @throws org.kindtrail.stock.NotEnoughStock naming the lines for which less is free
     * @throws Refused when things are brought to a closed sale
     */
    @Transactional
    public TableMoveView move(String code, MoveTable command) {
        rules.check(command);
        Drive drive = drives.drive(code);
        Place shelf = command.shelf() == null ? drive.getSite() : places.open("shelf", command.shelf());
        if (!isAt(shelf, drive.getSite())) {
            throw Invalid.field("shelf", "error_sale_not_of_table", place(shelf));
        }
        Place elsewhere = command.place() == null ? null : places.open("place", command.place());
        if (elsewhere != null && isAt(elsewhere, drive.getSite())) {
            throw Invalid.field("place", "error_sale_is_table", place(elsewhere));
        }
        boolean bring = command.direction() == MoveTable.Direction.BRING;
        if (bring && !drive.isOpen()) {
            throw new Refused("error_sale_closed", Map.of("drive", drive.getTitle()));
        }
        if (elsewhere == null && (!bring || Boolean.TRUE.equals(command.all()))) {
            throw Invalid.field("place", "error_notnull");
        }
        List<TableGoods.Picked> found = lines.find(
                bring ? new TableGoods.Where(elsewhere, drive.getSite()) : TableGoods.Where.at(shelf).all(),
                command.all(),
                command.lines(),
                bring ? TableGoods.FIT : EnumSet.allOf(Grade.class));
        String document = codes.next(CodeKind.MOVE);
        List<Transfer> transfers = StockLines.transfers(
                found, bring ? shelf : elsewhere, new Entry(Reason.PUT_AWAY, document, clock.instant()));
        ledger.move(transfers);
        return new TableMoveView(
                document,
                drive.getCode(),
                transfers.stream().mapToLong(Transfer::quantity).sum(),
                lines.views(transfers));
    }

    private static Map<String, Object> place(Place place) {
        return Map.of("place", place.label());
    }

    /** Whether it is the site, or a shelf of it. */
    static boolean isAt(Place place, Place site) {
        return place.getId().equals(site.getId())
                || place.getTop() != null && place.getTop().getId().equals(site.getId());
    }
}
