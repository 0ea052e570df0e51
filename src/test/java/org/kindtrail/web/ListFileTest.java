package org.kindtrail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindtrail.kernel.Page;

/** What goes out as a file, and that it goes out while it is read. */
@Tag("once")
class ListFileTest {
    private static final int MANY = 60_000;

    @TempDir
    Path folder;

    private record Row(int number, String text) {}

    /** Keeps nothing of what is written but its length. */
    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }

    private static List<List<Object>> straight(Callable<List<List<Object>>> page) {
        try {
            return page.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(String format, Listing<Row> listing, OutputStream out) throws IOException {
        Rows<Row> rows = new Rows<>(listing, ListFileTest::straight);
        ListFile.write(ListFile.of(format, out), List.of("Number", "Text"), rows.next(), rows);
    }

    private static Listing<Row> listing(Listing.Source<Row> source) {
        return new Listing<>("drive_list", "/x", source).column("a", Row::number).column("b", Row::text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void whatWasWrittenIsOutAndForgottenHoweverLongTheListIs(String format) throws IOException {
        Counted out = new Counted();
        Random repeatable = new Random(7);
        List<WeakReference<String>> early = new ArrayList<>();
        long[] half = {0};
        long[] held = {-1};
        write(
                format,
                listing((after, size) -> {
                    int from = after == null ? 0 : Integer.parseInt(after);
                    if (from == MANY / 2) {
                        half[0] = out.bytes;
                    }
                    if (from == MANY - size) {
                        System.gc();
                        held[0] = early.stream().filter(each -> each.get() != null).count();
                    }
                    List<Row> rows = IntStream.range(from, from + size)
                            .mapToObj(number -> new Row(number, new BigInteger(400, repeatable).toString(36)))
                            .toList();
                    if (from > 0 && from <= 10 * size) {
                        rows.forEach(row -> early.add(new WeakReference<>(row.text())));
                    }
                    return new Page<>(rows, from + size < MANY ? String.valueOf(from + size) : null);
                }),
                out);
        assertThat(out.bytes).isGreaterThan(MANY * 50L);
        assertThat(half[0]).as("bytes that were out when half of it was read").isBetween(out.bytes * 45 / 100, out.bytes / 2);
        assertThat(early).hasSize(10 * Page.MOST);
        assertThat(held[0]).as("texts of the beginning that are still held at the end").isZero();
    }

    private static String csv(Object... values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvFile file = new CsvFile(out);
        file.row(Arrays.asList(values));
        file.end();
        return out.toString(StandardCharsets.UTF_8).replaceFirst("\r\n$", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+7 701", "-5", "@SUM(A1)", "＝1", "＋1", "－1", "＠x"})
    void aTextThatBeginsLikeAFormulaIsTextInCsv(String typed) throws IOException {
        assertThat(csv(typed, 1)).isEqualTo("'" + typed + ",1");
    }

    @Test
    void soIsOneThatBeginsWithATabOrANewLine() throws IOException {
        assertThat(csv("\t=1")).isEqualTo("\"'\t=1\"");
        assertThat(csv("\r=1")).isEqualTo("\"'\r=1\"");
        assertThat(csv("\n=1")).isEqualTo("\"'\n=1\"");
    }

    @Test
    void noFormulaBeginsBehindASignThatPartsCellsElsewhere() throws IOException {
        assertThat(csv("shoes;=1+1", "a\t=1", "a|=1", "a,=1", "say \"=1\"")).isEqualTo(
                "\"shoes;=1+1\",\"a\t=1\",\"a|=1\",\"a,=1\",\"say \"\"=1\"\"\"");
    }

    @Test
    void numbersAndDaysStayWhatTheyAre() throws IOException {
        assertThat(csv(-5, -7L, LocalDate.of(2026, 5, 5), Instant.parse("2026-05-05T10:00:00.5Z"), null, "a=b"))
                .isEqualTo("-5,-7,2026-05-05,2026-05-05T10:00Z,,a=b");
    }

    /** As spreadsheet programs do it: by the list at the end of the archive. */
    private String sheet(byte[] book) throws IOException {
        Path file = Files.write(folder.resolve("list.xlsx"), book);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void inXlsxATextIsATextAndANumberANumber() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write("xlsx", listing((after, size) -> new Page<>(List.of(new Row(-5, "=1+1"), new Row(7, "<b>&")), null)), out);
        String sheet = sheet(out.toByteArray());
        assertThat(sheet).doesNotContain("<f>", "<f ", "'=1").contains("<v>-5</v>", "<v>7</v>");
        assertThat(sheet).containsPattern("t=\"inlineStr\"[^>]*><is><t[^>]*>=1\\+1</t></is>");
        assertThat(sheet).contains("&lt;b&gt;&amp;");
    }

    @Test
    void whatFailsHalfWayIsNoWholeWorkbook() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> write(
                        "xlsx",
                        listing((after, size) -> {
                            if (after != null) {
                                throw new IllegalStateException("the database is gone");
                            }
                            return new Page<>(List.of(new Row(1, "one")), "1");
                        }),
                        out))
                .hasMessage("the database is gone");
        // the list of what is in the archive stands at its end
        assertThat(new String(out.toByteArray(), StandardCharsets.ISO_8859_1)).doesNotContain("PK\5\6", "PK\1\2");
    }

    @Test
    void aFileHoldsAsManyRowsAsASheetCan() throws IOException {
        int[] given = {0};
        write(
                "csv",
                listing((after, size) -> {
                    given[0] += size;
                    Row same = new Row(1, "x");
                    return new Page<>(java.util.Collections.nCopies(size, same), "more");
                }),
                new Counted());
        assertThat(given[0]).isEqualTo(ListFile.MOST_ROWS);
    }
}
