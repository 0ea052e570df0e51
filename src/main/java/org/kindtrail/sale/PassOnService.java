package org.kindtrail.sale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.drive.Drive;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Reverse;

/** Gives things to other charities. */
@ApplicationScoped
public class PassOnService {
    private final PassOns passOns;
    private final SaleDrives drives;
    private final Sales sales;
    private final Places places;
    private final StockLines lines;
    private final Ledger ledger;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Clock clock;

    PassOnService(
            PassOns passOns,
            SaleDrives drives,
            Sales sales,
            Places places,
            StockLines lines,
            Ledger ledger,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Clock clock) {
        this.passOns = passOns;
        this.drives = drives;
        this.sales = sales;
        this.places = places;
        this.lines = lines;
        this.ledger = ledger;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /**
     * @throws Invalid naming the fields at fault
     * @throws org.kindtrail.stock.NotEnoughStock naming the lines for which less is free
     */
    @Transactional
    public PassOnView pass(PassGoodsOn command) {
        rules.check(command);
        Drive drive = command.drive() == null ? null : drives.drive("drive", command.drive());
        Place from = from(drive, command.from());
        List<TableGoods.Picked> found = lines.find(
                TableGoods.Where.at(from).withPast(), command.all(), command.lines(), EnumSet.allOf(Grade.class));
        Instant now = clock.instant();
        Instant when = command.occurredAt() == null || command.occurredAt().isAfter(now) ? now : command.occurredAt();
        PassOn passOn = new PassOn(drive, from, codes.next(CodeKind.PASS_ON), command, when, now, scope.person());
        passOns.persist(passOn);
        ledger.move(StockLines.transfers(
                found, ledger.boundary(Place.PASSED_ON), new Entry(Reason.PASSED_ON, passOn.getCode(), when)));
        return view(passOn);
    }

    private Place from(Drive drive, String code) {
        if (code == null && drive == null) {
            throw Invalid.field("from", "error_notnull");
        }
        if (code == null) {
            return drive.getSite();
        }
        Place from = places.open("from", code);
        if (drive != null && !TableService.isAt(from, drive.getSite())) {
            throw Invalid.field("from", "error_sale_not_of_table", Map.of("place", from.label()));
        }
        return from;
    }

    /** @throws Refused when it was reversed already */
    @Transactional
    public PassOnView reverse(String code, Reverse command) {
        rules.check(command);
        PassOn passOn = passOns.get(code);
        passOns.lock(passOn);
        passOn.reverse(clock.instant());
        ledger.reverse(passOn.getCode(), command.why().strip());
        history.note(passOn.getCode(), "pass_on_reversed", null, command.why().strip());
        passOns.flush();
        return view(passOn);
    }

    @Transactional
    public PassOnView get(String code) {
        return view(passOns.get(code));
    }

    private PassOnView view(PassOn passOn) {
        Drive drive = passOn.getDrive();
        return new PassOnView(
                passOn.getCode(),
                drive == null ? null : drive.getCode(),
                drive == null ? null : drive.getTitle(),
                passOn.getFromPlace().getCode(),
                passOn.getFromPlace().label(),
                passOn.getPartner(),
                passOn.isPartnerPublic(),
                passOn.getRemark(),
                passOn.getOccurredAt(),
                passOn.getRecordedAt(),
                sales.nameOf(passOn.getRecordedBy()),
                passOn.getReversedAt(),
                passOns.moved(passOn).stream()
                        .map(moved -> lines.view(
                                moved.getLot().getCode(),
                                moved.getLot().getItem().getId(),
                                moved.getLot().getSize(),
                                moved.getLot().getGrade(),
                                moved.getQuantity(),
                                moved.getFromPlace().getCode(),
                                moved.getFromPlace().label()))
                        .toList());
    }

    /** @param drive code of a drive; null: all */
    @Transactional
    public Page<PassOnRow> list(String drive, String after, int size) {
        return Page.of(
                passOns.newest(drive == null ? null : drives.drive(drive), Cursor.id(after), size + 1),
                size,
                PassOnRow::id);
    }
}
