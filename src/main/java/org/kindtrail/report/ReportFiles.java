package org.kindtrail.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kindtrail.paper.Column;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Signature;
import org.kindtrail.paper.Table;
import org.kindtrail.web.CsvFile;
import org.kindtrail.web.FileAnswer;
import org.kindtrail.web.Frame;
import org.kindtrail.web.XlsxFile;

/** An issued report as a paper to sign, a workbook, and a table for programs. */
@ApplicationScoped
class ReportFiles {
    private final ReportService reports;
    private final ReportSheets sheets;
    private final TidyRows tidy;
    private final FileAnswer files;
    private final Frame frame;

    ReportFiles(
            ReportService reports, ReportSheets sheets, TidyRows tidy, FileAnswer files, Frame frame) {
        this.reports = reports;
        this.sheets = sheets;
        this.tidy = tidy;
        this.files = files;
        this.frame = frame;
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    /** What it is about, as label and value. */
    List<String[]> facts(ReportData data) {
        ReportData.About about = data.about();
        List<String[]> facts = new ArrayList<>();
        facts.add(new String[] {say("report_period"), frame.say("report_period_is", Map.of("0", frame.day(data.from()), "1", frame.day(data.to())))});
        facts.add(new String[] {say("report_organisation"), data.organisation()});
        if (about.programme() != null) {
            facts.add(new String[] {say("report_programme"), about.programmeName() + " (" + about.programme() + ")"});
            facts.add(new String[] {say("report_funder"), about.funder()});
        }
        if (about.drive() != null) {
            facts.add(new String[] {say("report_drive"), about.driveTitle() + " (" + about.drive() + ")"});
        }
        if (about.region() != null) {
            facts.add(new String[] {say("report_region"), about.region()});
        }
        if (about.category() != null) {
            facts.add(new String[] {say("report_category"), sheets.category(about.category())});
        }
        facts.add(new String[] {say("report_taken_at"), frame.moment(data.takenAt())});
        return facts;
    }

    /** What a reader must know of how the figures were made. */
    List<String> notes(ReportData data) {
        List<String> notes = new ArrayList<>();
        notes.add(say("report_note_ledger"));
        if (data.about().programme() != null) {
            notes.add(say("report_note_programme"));
        }
        if (data.about().drive() != null) {
            notes.add(say("report_note_drive"));
        }
        if (data.about().region() != null) {
            notes.add(say("report_note_region"));
        }
        return notes;
    }

    Paper paper(String code) {
        ReportView report = reports.get(code);
        Paper paper = Paper.of(report.title(), report.code());
        facts(report.data()).forEach(fact -> paper.fact(fact[0], fact[1]));
        paper.fact(say("report_issued"), frame.say("report_issued_when", Map.of("0", frame.moment(report.issuedAt()), "1", report.issuedBy())));
        if (report.corrects() != null) {
            paper.fact(say("report_corrects"), report.corrects());
        }
        report.correctedBy().forEach(later -> paper.warning(frame.say("report_corrected_by", Map.of("0", later))));
        for (Sheet sheet : sheets.of(report.data())) {
            if (!sheet.rows().isEmpty()) {
                Table table = Table.of(columns(sheet), sheet.rows().stream().map(this::cells).toList()).headed(sheet.heading());
                paper.table(sheet.foot() == null ? table : table.withFoot(cells(sheet.foot())));
            }
            if (sheet.lead() != null) {
                paper.note(sheet.heading() + ". " + sheet.lead());
            }
        }
        notes(report.data()).forEach(paper::note);
        return paper.signature(signature("report_prepared_by")).signature(signature("report_approved_by"));
    }

    private Signature signature(String who) {
        return Signature.of(say(who), say("report_sign_name"), say("report_sign_function"), say("report_sign_date"), say("report_sign_signature"));
    }

    private static List<Column> columns(Sheet sheet) {
        int others = sheet.heads().size() - 1;
        return java.util.stream.IntStream.range(0, sheet.heads().size())
                .mapToObj(i -> {
                    Sheet.Head head = sheet.heads().get(i);
                    return head.number() ? Column.number(head.words(), 3) : Column.text(head.words(), i == 0 ? Math.max(5, 8 - others / 2) : 3);
                })
                .toList();
    }

    /** As people read them. */
    List<String> cells(List<Object> row) {
        return row.stream().map(this::cell).toList();
    }

    private String cell(Object value) {
        if (value instanceof Long number) {
            return frame.number(number);
        }
        return value instanceof java.math.BigDecimal amount ? frame.number(amount) : String.valueOf(value);
    }

    Response xlsx(String code) {
        ReportView report = reports.get(code);
        List<Sheet> all = sheets.of(report.data());
        List<String[]> facts = facts(report.data());
        List<String> notes = notes(report.data());
        return files.of(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                name(report, "", "xlsx"),
                () -> out -> {
                    XlsxFile book = new XlsxFile(out, "report");
                    book.row(List.of(say("report_number_is"), report.code()));
                    book.row(List.of(say("report_title"), report.title()));
                    for (String[] fact : facts) {
                        book.row(Arrays.asList(fact));
                    }
                    for (String note : notes) {
                        book.row(List.of("", note));
                    }
                    for (Sheet sheet : all) {
                        write(book, sheet);
                    }
                    book.end();
                });
    }

    private static void write(XlsxFile book, Sheet sheet) throws java.io.IOException {
        book.sheet(sheet.id());
        book.row(List.of(sheet.heading()));
        if (sheet.lead() != null) {
            book.row(List.of(sheet.lead()));
        }
        book.head(sheet.heads().stream().map(Sheet.Head::words).toList());
        for (List<Object> row : sheet.rows()) {
            book.row(row);
        }
        if (sheet.foot() != null) {
            book.row(sheet.foot());
        }
    }

    /** @param tagged with a second row of HXL hashtags */
    Response csv(String code, boolean tagged) {
        ReportView report = reports.get(code);
        TidyRows.Table table = tidy.of(report.data());
        return files.of("text/csv;charset=UTF-8", name(report, tagged ? "-hxl" : "", "csv"), () -> out -> {
            CsvFile csv = new CsvFile(out);
            csv.head(table.heads());
            if (tagged) {
                csv.head(table.tags());
            }
            for (List<Object> row : table.rows()) {
                csv.row(row);
            }
            csv.end();
        });
    }

    private static String name(ReportView report, String more, String type) {
        return "attachment; filename=\"" + report.code() + more + "." + type + "\"";
    }
}
