package org.kindtrail.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.drive.Drive;
import org.kindtrail.drive.Drives;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;

/** Sheets with codes on them, for a drive that writes down by hand what comes in. */
@ApplicationScoped
public class IntakeSheetService {
    private final IntakeSheets sheets;
    private final BlankLabels labels;
    private final Drives drives;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final Clock clock;

    IntakeSheetService(
            IntakeSheets sheets,
            BlankLabels labels,
            Drives drives,
            Catalogue catalogue,
            Goods goods,
            Rules rules,
            Scope scope,
            Codes codes,
            Clock clock) {
        this.sheets = sheets;
        this.labels = labels;
        this.drives = drives;
        this.catalogue = catalogue;
        this.goods = goods;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Makes a sheet; each of its codes is given out once and is a label like any other.
     *
     * @throws Invalid naming the fields at fault
     * @throws Refused when the drive is closed
     */
    @Transactional
    public IntakeSheetView print(PrintIntakeSheet command) {
        rules.check(command);
        Drive drive = drives.byCode(command.drive())
                .orElseThrow(() -> Invalid.field("drive", "error_intake_drive_unknown", Map.of("given", Given.shortened(command.drive()))));
        if (!drive.isOpen()) {
            throw new Refused("error_intake_drive_closed", Map.of("drive", drive.getCode(), "title", drive.getTitle()));
        }
        // What the database keeps of a moment are microseconds; labels printed together are found by it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        IntakeSheet sheet = new IntakeSheet(drive, codes.next(CodeKind.INTAKE_SHEET), now, scope.person());
        sheets.persist(sheet);
        List<IntakeSheetView.Line> lines = new ArrayList<>();
        for (int line = 1; line <= command.lines(); line++) {
            BlankLabel label = new BlankLabel(sheet, line, codes.next(CodeKind.BAG));
            labels.persist(label);
            lines.add(line(label, null, null));
        }
        return view(sheet, lines);
    }

    @Transactional
    public IntakeSheetView get(String code) {
        IntakeSheet sheet = sheets.get(code);
        List<IntakeSheets.Bears> bearing = sheets.linesOf(sheet);
        Map<Long, List<IntakeSheets.Came>> came = sheets
                .cameWith(bearing.stream()
                        .filter(each -> each.donation() != null)
                        .map(each -> each.donation().getId())
                        .toList())
                .stream()
                .collect(Collectors.groupingBy(IntakeSheets.Came::donation));
        return view(sheet, bearing.stream()
                .map(each -> line(each.label(), each.donation(), each.donation() == null ? null : what(each, came)))
                .toList());
    }

    private static IntakeSheetView view(IntakeSheet sheet, List<IntakeSheetView.Line> lines) {
        Drive drive = sheet.getDrive();
        return new IntakeSheetView(
                sheet.getCode(), drive.getCode(), drive.getTitle(), drive.isOpen(), sheet.getPrintedAt(), lines);
    }

    private static IntakeSheetView.Line line(BlankLabel label, Donation donation, String what) {
        return new IntakeSheetView.Line(
                label.getSheetLine(),
                label.getCode(),
                donation == null ? null : donation.getCode(),
                what,
                donation == null ? null : donation.getReceivedAt(),
                donation != null && donation.getReversedAt() != null);
    }

    /** A bag by itself, however many came with it; of an itemised one all that it held. */
    private String what(IntakeSheets.Bears bears, Map<Long, List<IntakeSheets.Came>> came) {
        return came.getOrDefault(bears.donation().getId(), List.of()).stream()
                .filter(each -> bears.bag() == null || each.lot().equals(bears.label().getCode()))
                .map(each -> goods.say(catalogue.of(each.item()), each.size(), each.quantity()))
                .collect(Collectors.joining("; "));
    }

    /** @param drive code of the drive; null: of all */
    @Transactional
    public Page<IntakeSheetRow> list(String drive, String after, int size) {
        String of = drive == null || drive.isBlank() ? null : drive;
        return Page.of(sheets.newest(of, Cursor.id(after), size + 1), size, IntakeSheetRow::id);
    }
}
