package org.kindtrail.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kindtrail.paper.Column;
import org.kindtrail.paper.Labels;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Table;
import org.kindtrail.web.Frame;

/** The sheet itself: a code in each line, and room to write. Nothing on it is anybody's before it is filled in. */
@ApplicationScoped
class IntakeSheetPaper {
    private final IntakeSheetService sheets;
    private final Frame frame;

    IntakeSheetPaper(IntakeSheetService sheets, Frame frame) {
        this.sheets = sheets;
        this.frame = frame;
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    Paper of(String code, UriInfo here) {
        IntakeSheetView sheet = sheets.get(code);
        List<Column> columns = List.of(
                Column.text(say("intake_sheet_number"), 1),
                Column.text(say("intake_code"), 3),
                Column.tick(say("intake_sheet_came")),
                Column.hand(say("intake_item"), 5),
                Column.hand(say("intake_quantity"), 2),
                Column.hand(say("intake_sheet_donor"), 4),
                Column.hand(say("intake_remark"), 4));
        return Paper.of(say("intake_sheet"), sheet.code())
                .fact(say("intake_drive"), sheet.driveTitle())
                .fact(say("intake_received_on"), null)
                .fact(say("intake_place"), null)
                .hint(say("intake_sheet_print_hint"))
                .table(Table.of(columns, sheet.lines().stream()
                        .map(line -> Arrays.asList(String.valueOf(line.line()), line.label(), null, null, null, null, (String) null))
                        .toList()))
                .note(say("intake_sheet_how"))
                .note(say("intake_sheet_private"))
                .scan(Labels.address(here, sheet.code()));
    }
}
