package org.kindtrail.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.web.CsvFile;

/** Reads files as people's spreadsheet programs make them, made here byte by byte. */
@Tag("once")
class SpreadsheetTest {
    private static final String TABLE = "Наименование;Количество;Срок\r\nСвитер шерстяной;1 200,50;05.11.2026\r\n\r\nНоски;3;\r\n";

    private static List<Line> lines(byte[] file) {
        return lines(file, Wish.NONE);
    }

    private static List<Line> lines(byte[] file, Wish wish) {
        List<Line> lines = new ArrayList<>();
        try (SheetRows rows = Spreadsheet.of(file, wish).rows(Limits.MOST_ROWS)) {
            for (Line line = rows.next(); line != null; line = rows.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static FieldError refusal(byte[] file) {
        Invalid refused = catchThrowableOfType(Invalid.class, () -> lines(file));
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.fields()).hasSize(1).allMatch(fault -> fault.path().equals("file"));
        return refused.fields().get(0);
    }

    private static byte[] marked(Charset charset, String text, int... mark) {
        byte[] plain = text.getBytes(charset);
        byte[] file = new byte[mark.length + plain.length];
        for (int i = 0; i < mark.length; i++) {
            file[i] = (byte) mark[i];
        }
        System.arraycopy(plain, 0, file, mark.length, plain.length);
        return file;
    }

    @Test
    void everyEncodingThatSpreadsheetsMakeIsFoundOut() {
        Map<Encoding, byte[]> files = Map.of(
                Encoding.UTF_16LE, marked(StandardCharsets.UTF_16LE, TABLE, 0xFF, 0xFE),
                Encoding.UTF_16BE, marked(StandardCharsets.UTF_16BE, TABLE, 0xFE, 0xFF),
                Encoding.WINDOWS_1251, TABLE.getBytes(Charset.forName("windows-1251")),
                Encoding.UTF_8, marked(StandardCharsets.UTF_8, TABLE, 0xEF, 0xBB, 0xBF));
        files.forEach((encoding, file) -> {
            assertThat(Spreadsheet.of(file, Wish.NONE).shape().encoding()).isEqualTo(encoding);
            assertThat(lines(file)).containsExactly(
                    new Line(2, List.of("Свитер шерстяной", "1 200,50", "05.11.2026")), new Line(4, List.of("Носки", "3", "")));
        });
        assertThat(Spreadsheet.of(TABLE.getBytes(StandardCharsets.UTF_8), Wish.NONE).shape().encoding())
                .isEqualTo(Encoding.UTF_8);
        assertThat(Spreadsheet.of(TABLE.getBytes(StandardCharsets.UTF_16LE), Wish.NONE).shape().encoding())
                .isEqualTo(Encoding.UTF_16LE);
        assertThat(Spreadsheet.of(TABLE.getBytes(StandardCharsets.UTF_16BE), Wish.NONE).shape().encoding())
                .isEqualTo(Encoding.UTF_16BE);
    }

    @Test
    void aWrongGuessIsOverridden() {
        byte[] file = "Größe,Zahl\nübergroß,3\n".getBytes(Charset.forName("windows-1252"));
        assertThat(lines(file).get(0).cells().get(0)).isNotEqualTo("übergroß");
        assertThat(lines(file, new Wish(Encoding.WINDOWS_1252, Separator.COMMA, null)).get(0).cells())
                .containsExactly("übergroß", "3");
    }

    @Test
    void everySeparatorIsFoundOutAlsoWhereCommasStandInTexts() {
        for (Separator separator : Separator.values()) {
            String text = "item;size;note\nJumper;L;\"red, blue; green\t\"\"all\"\"\"\nSocks;M;a, b\n"
                    .replace("\nJumper;L;", "\nJumper" + separator.sign() + "L" + separator.sign())
                    .replace("item;size;note", "item" + separator.sign() + "size" + separator.sign() + "note")
                    .replace("Socks;M;a, b", "Socks" + separator.sign() + "M" + separator.sign() + "\"a, b\"");
            byte[] file = text.getBytes(StandardCharsets.UTF_8);
            assertThat(Spreadsheet.of(file, Wish.NONE).shape().separator()).isEqualTo(separator);
            assertThat(lines(file).get(0).cells()).containsExactly("Jumper", "L", "red, blue; green\t\"all\"");
        }
        assertThat(lines("sep=;\r\na;b\r\n1,5;2\r\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Line(2, List.of("1,5", "2")));
    }

    @Test
    void aCellOfSeveralLinesIsOneRowAndShortRowsAreFilledUp() {
        assertThat(lines("a,b\n\"one\ntwo\",x\nlast\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Line(2, List.of("one\ntwo", "x")), new Line(3, List.of("last", "")));
    }

    @Test
    void whatOurOwnFilesKeepFromBecomingAFormulaIsReadBackAsItWas() throws IOException {
        List<String> texts = List.of("=1+1", "+7 700", "-5", "@me", "'=x", "''@", "'quoted'", "plain", "\tx", "a;b|c", "\uFF1Dx");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvFile file = new CsvFile(out);
        file.head(List.of("text", "number"));
        for (String text : texts) {
            file.row(List.of(text, -3));
        }
        file.end();
        String written = out.toString(StandardCharsets.UTF_8);
        assertThat(written.lines()).noneMatch(line -> "=+-@\t\uFF1D".indexOf(line.charAt(0)) >= 0);
        assertThat(lines(out.toByteArray())).extracting(line -> line.cells().get(0)).containsExactlyElementsOf(texts);
        assertThat(lines(out.toByteArray())).allMatch(line -> line.cells().get(1).equals("-3"));
        assertThat(lines("code,x\n=\"0012\",\"=1+2\"\n".getBytes(StandardCharsets.UTF_8)).get(0).cells())
                .containsExactly("0012", "=1+2");
    }

    private interface Filling {
        void fill(Workbook book, Worksheet sheet) throws IOException;
    }

    private static byte[] workbook(Filling filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Workbook book = new Workbook(out, "Test", "1.0");
        filling.fill(book, book.newWorksheet("Stock"));
        book.finish();
        return out.toByteArray();
    }

    @Test
    void aWorkbookGivesDaysInIsoNumbersPlainFormulasByTheirResultAndErrorsAsText() throws IOException {
        byte[] file = workbook((book, sheet) -> {
            for (int i = 0; i < 7; i++) {
                sheet.value(1, i, "h" + i);
            }
            sheet.value(3, 0, "Свитер");
            sheet.value(3, 1, 12);
            sheet.value(3, 2, 0.1 + 0.2);
            sheet.value(3, 3, LocalDate.of(2026, 11, 5));
            sheet.style(3, 3).format("dd.mm.yyyy").set();
            sheet.value(3, 4, true);
            sheet.value(3, 5, 1234567890123L);
            sheet.inlineString(3, 6, "=not a formula");
            book.newWorksheet("Second").value(0, 0, "other");
        });
        assertThat(lines(file)).containsExactly(new Line(
                4, List.of("Свитер", "12", "0.3", "2026-11-05", "true", "1234567890123", "=not a formula")));
        Shape shape = Spreadsheet.of(file, Wish.NONE).shape();
        assertThat(shape.sheets()).containsExactly("Stock", "Second");
        assertThat(shape.sheet()).isEqualTo("Stock");
        assertThat(refusalOf(file, "Third").key()).isEqualTo("error_sheet_unknown");
    }

    private static FieldError refusalOf(byte[] file, String sheet) {
        return catchThrowableOfType(Invalid.class, () -> lines(file, new Wish(null, null, sheet))).fields().get(0);
    }

    private static byte[] parts(String sheetXml) throws IOException {
        return parts(sheetXml.getBytes(StandardCharsets.UTF_8), 1);
    }

    /** A workbook by hand, whose sheet is this text so many times. */
    private static byte[] parts(byte[] sheetXml, int times) throws IOException {
        return parts(sheetXml, times, null);
    }

    /** @param days how days are written; null: the workbook does not say */
    private static byte[] parts(byte[] sheetXml, int times, String days) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                    + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                    + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
            part(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            part(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                    + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                    + "<sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int i = 0; i < times; i++) {
                zip.write(sheetXml);
            }
            zip.closeEntry();
            if (days != null) {
                part(zip, "xl/styles.xml", "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"1\">"
                        + "<numFmt numFmtId=\"170\" formatCode=\"" + days + "\"/></numFmts><cellXfs count=\"2\"><xf numFmtId=\"0\"/>"
                        + "<xf numFmtId=\"170\"/></cellXfs></styleSheet>");
            }
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String sheet(String rows) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    @Test
    void whatAFormulaGaveAndItsErrorsAreRead() throws IOException {
        byte[] file = parts(sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>b</t></is></c>"
                + "<c r=\"C1\" t=\"inlineStr\"><is><t>c</t></is></c></row>"
                + "<row r=\"7\"><c r=\"A7\"><f>1+1</f><v>2</v></c><c r=\"B7\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
                + "<c r=\"C7\" t=\"str\"><f>\"x\"</f><v>x</v></c></row>"));
        assertThat(lines(file)).containsExactly(new Line(7, List.of("2", "#DIV/0!", "x")));
    }

    @Test
    void aZipBombIsRefusedBeforeItIsRead() throws IOException {
        byte[] file = parts("<a></a>".repeat(150_000).getBytes(StandardCharsets.US_ASCII), 400);
        assertThat(file.length).isLessThan(1024 * 1024);
        assertThat(refusal(file).key()).isEqualTo("error_sheet_bomb");
    }

    @Test
    void whatWouldFillTheMemoryInOneCellOrRowIsRefused() throws IOException {
        String longCell = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + "x".repeat(700_000) + "</t></is></c></row>";
        assertThat(refusal(parts(sheet(longCell))).key()).isEqualTo("error_sheet_cell_somewhere");
        String manyCells = "<row r=\"1\">" + "<c/>".repeat(20_000) + "</row>";
        assertThat(refusal(parts(sheet(manyCells))).key()).isEqualTo("error_sheet_columns");
        String farCell = "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>";
        assertThat(refusal(parts(sheet(farCell))).key()).isEqualTo("error_sheet_columns");
        String entity = "<!DOCTYPE x [<!ENTITY a \"b\">]>" + sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        assertThat(refusal(parts(entity)).key()).isEqualTo("error_sheet_broken");
        assertThat(refusal(parts(sheet("<row r=\"1\"><c r=\"A1\"><v>1</v>"))).key()).isIn("error_sheet_broken", "error_sheet_no_rows");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "<c x=' r=\"A1\"' r=\"ZZZZZZ1\"/>|error_sheet_columns",
        "<c r = 'ZZZZZZ1'/>|error_sheet_columns",
        "<c\tr=\"&#90;ZZZZ1\"/>|error_sheet_columns",
        "<c a='=' q:r=\"A1\" r=\"ZZZZZZ1\"/>|error_sheet_columns",
        "<c x=\">\" r=\"ZZZZZZ1\"/>|error_sheet_columns",
        "<c r=\"XFE1\"/>|error_sheet_columns"
    })
    void whereACellStandsCannotBeHidden(String cell, String key) throws IOException {
        assertThat(refusal(parts(sheet("<row r=\"1\">" + cell + "</row>"))).key()).isEqualTo(key);
    }

    @Test
    void blankCellsFarToTheRightAreReadInAFewRowsAndRefusedInMany() throws IOException {
        String head = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"XFD1\" s=\"0\"/></row>";
        String row = "<row><c r=\"A2\"><v>1</v></c><c r=\"XFD2\"/></row>";
        assertThat(lines(parts(sheet(head + row.repeat(3))))).hasSize(3).allMatch(line -> line.cells().equals(List.of("1")));
        assertThat(refusal(parts(sheet(head + row.repeat(4000)))).key()).isEqualTo("error_sheet_columns");
        assertThat(lines(parts(sheet(head + row.repeat(3) + "<x y=\"z\"/>".repeat(60_000))))).hasSize(3);
    }

    private static String number(String number) {
        return sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>" + number
                + "</v></c></row>");
    }

    /** Each of these took minutes, or all the memory. */
    @Test
    @org.junit.jupiter.api.Timeout(20)
    void noNumberAndNoFormatTakesLong() throws IOException {
        for (String number : List.of("1E-999999999", "1E999999999", "1E2147483647", "1E-2147483647")) {
            for (String days : List.of("yyyy-mm-dd", "0", "[".repeat(400_000))) {
                assertThat(lines(parts(number(number).getBytes(StandardCharsets.UTF_8), 1, days)))
                        .containsExactly(new Line(2, List.of(new java.math.BigDecimal(number).toString())));
            }
        }
        assertThat(lines(parts(number("46000.5").getBytes(StandardCharsets.UTF_8), 1, "yyyy-mm-dd")).get(0).cells())
                .containsExactly("2025-12-09T12:00");
        assertThat(refusal(parts(number("1".repeat(1_001)))).key()).isEqualTo("error_sheet_broken");
    }

    @Test
    @org.junit.jupiter.api.Timeout(20)
    void whatPartsTheCellsIsFoundOutSoonAlsoAmongBlankLines() {
        byte[] file = new byte[11 * 1024 * 1024];
        Arrays.fill(file, (byte) '\n');
        assertThat(CsvRows.separator(file, Encoding.UTF_8)).isEqualTo(Separator.COMMA);
        assertThat(lines(("\n".repeat(50) + "a;b\n1;2\n").getBytes(StandardCharsets.UTF_8)).get(0).cells()).containsExactly("1", "2");
    }

    @Test
    void aTextWithAZeroInItIsNoTable() {
        assertThat(refusal(marked(Charset.forName("UTF-32LE"), TABLE, 0xFF, 0xFE, 0, 0)).key()).isEqualTo("error_sheet_not");
        assertThat(refusal(("a,b\n" + "1,2\n".repeat(20_000) + "x\0y,2\n").getBytes(StandardCharsets.UTF_8)).key())
                .isEqualTo("error_sheet_not");
    }

    @Test
    void aLineOfFiftyMegabytesIsRefusedByItsNumber() {
        byte[] file = new byte[50 * 1024 * 1024];
        Arrays.fill(file, (byte) 'x');
        byte[] head = "a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, file, 0, head.length);
        FieldError refused = refusal(file);
        assertThat(refused.key()).isEqualTo("error_sheet_line");
        assertThat(refused.facts()).containsEntry("row", 3);
    }

    @Test
    void aSheetOfMoreThanAMillionRowsIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Writer letters = new OutputStreamWriter(out, StandardCharsets.US_ASCII)) {
            letters.write("a\n");
            for (int i = 0; i < Limits.MOST_ROWS; i++) {
                letters.write("1\n");
            }
        }
        assertThat(refusal(out.toByteArray()).key()).isEqualTo("error_sheet_rows");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''|error_sheet_missing",
        "'   \n\n'|error_sheet_no_header",
        "'a,b,A \n1,2,3'|error_sheet_header_twice",
        "'<html><table>'|error_sheet_not",
        "'%PDF-1.7'|error_sheet_not",
        "'PK not a zip'|error_sheet_not",
        "'a,b\n\"open,2\n3,4\n'|error_sheet_line"
    })
    void whatIsNoTableIsRefusedInWords(String text, String key) {
        assertThat(refusal(text.getBytes(StandardCharsets.UTF_8)).key()).isEqualTo(key);
    }

    @Test
    void tooManyColumnsAndTooLongCellsAreNamed() {
        assertThat(refusal(IntStream.range(0, 120).mapToObj(i -> "h" + i).collect(Collectors.joining(",", "", "\n1\n"))
                        .getBytes(StandardCharsets.UTF_8)).key())
                .isEqualTo("error_sheet_columns");
        FieldError refused = refusal(("a,b\n1,2\n3," + "y".repeat(4001) + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(refused.key()).isEqualTo("error_sheet_cell");
        assertThat(refused.facts()).containsEntry("row", 3).containsEntry("column", "B").containsEntry("length", 4001);
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}).key()).isEqualTo("error_sheet_xls");
        assertThat(refusal(new byte[] {1, 2, 3, 0, 7}).key()).isEqualTo("error_sheet_not");
    }
}
