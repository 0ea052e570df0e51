package org.kindtrail.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class PdfPaperTest {
    private static final Fonts FONTS = new Fonts();
    private static final List<Column> COLUMNS =
            List.of(Column.text("Item", 4), Column.number("Quantity", 1), Column.hand("Received", 1));

    private static byte[] written(Paper paper) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Letterhead letterhead = new Letterhead("Мейірім қоры", null, "en", false, "No lines.");
        new PdfPaper(letterhead, FONTS).write(paper, out);
        return out.toByteArray();
    }

    private static Paper paper(List<List<String>> rows) {
        return Paper.of("Waybill", "DS-AB12CD")
                .fact("From", "School hall")
                .fact("Driver", null)
                .table(Table.of(COLUMNS, rows))
                .signature(Signature.of("Received by", "Name", "Date").filled("Name", "Айгүл"));
    }

    private static String text(byte[] pdf) throws IOException {
        PdfReader reader = new PdfReader(pdf);
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }

    private static String text(String typed) throws IOException {
        return text(written(paper(List.of(List.of(typed, "1")))));
    }

    @Test
    void aShortDocumentIsOnePageWithAllOfIt() throws IOException {
        byte[] pdf = written(paper(List.of(List.of("Men's coats", "1,200")))
                .warning("Two lines were taken back.")
                .note("Keep dry.")
                .scan("HTTPS://EXAMPLE.ORG/L/DS-AB12CD")
                .box(new Box("Confirm", List.of("Scan it."), "ABCD-EFGH", "https://example.org/r", "the confirmation")));
        assertThat(new PdfReader(pdf).getNumberOfPages()).isEqualTo(1);
        assertThat(text(pdf))
                .contains("Waybill", "DS-AB12CD", "Мейірім қоры", "School hall", "Driver", "Men's coats", "1,200")
                .contains("Received by", "Айгүл", "Two lines were taken back.", "Keep dry.", "Scan it.", "ABCD-EFGH")
                .containsPattern("1 ?/ ?1");
    }

    /** Wherever the page ends: a heading has a row below it, and signatures a note above. */
    @Test
    void headingsAndSignaturesNeverStandAlone() throws IOException {
        boolean turned = false;
        boolean signedOnTheSecond = false;
        for (int rows = 20; rows < 45; rows++) {
            Table first = Table.of(COLUMNS, Collections.nCopies(rows, List.of("Coat", "1")));
            Table second = Table.of(COLUMNS, List.of(List.of("Below it", "2"))).headed("Stands above");
            byte[] pdf = written(Paper.of("Report", "RP-1").table(first).table(second).note("The last of all notes.")
                    .signature(Signature.of("Received by", "Name")));
            PdfReader reader = new PdfReader(pdf);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                String text = new PdfTextExtractor(reader).getTextFromPage(page);
                assertThat(text.contains("Below it")).as("%s rows, page %s", rows, page).isEqualTo(text.contains("Stands above"));
                assertThat(!text.contains("Received by") || text.contains("The last of all notes.")).as("%s rows, page %s", rows, page).isTrue();
                turned |= page == 2 && text.contains("Stands above");
                signedOnTheSecond |= page == 2 && text.contains("Received by") && !text.contains("Below it");
            }
        }
        assertThat(turned && signedOnTheSecond).as("both were seen on the next page").isTrue();
    }

    @Test
    void lettersOfEveryScriptOfTheHouseAreWrittenAndCanBeReadAgain() throws IOException {
        assertThat(text("Қызыл шапан, әжеге өте ұнады. Кыргыз: жаңы өлкө үй")).contains("Қызыл шапан, әжеге өте ұнады", "жаңы өлкө үй");
        assertThat(text("兒童冬季外套 儿童")).contains("兒童冬季外套 儿童");
        assertThat(text("Straße ÅÉñ Ελλάδα ქართული Հայերեն")).contains("Straße ÅÉñ Ελλάδα ქართული Հայերեն");
        assertThat(text("שלום")).containsAnyOf("שלום", "םולש");
        // Joined, its letters have other forms.
        assertThat(text("معاطف")).containsPattern("[\\uFB50-\\uFEFF\\u0600-\\u06FF]{4}");
    }

    @Test
    void whatPeopleTypeIsNeverAnException() throws IOException {
        assertThat(text("<b>{config:x}</b> & \\n %s")).contains("<b>{config:x}</b> & \\n %s");
        assertThat(text("coat \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \uD83E\uDDE5 end")).contains("coat", "\uFFFD", "end");
        assertThat(text("half \uD83D of a pair, a \u0000 b \u0007 c \u202Eturned\u202C")).contains("half \uFFFD of a pair", "turned");
        assertThat(text("\n\n")).contains("Received");
        assertThat(written(paper(List.of(List.of("", "")))).length).isPositive();
        List<String> none = new ArrayList<>();
        none.add(null);
        assertThat(written(paper(List.of(none))).length).isPositive();
    }

    @Test
    void aWordOfTenThousandCharactersIsWrittenWhole() throws IOException {
        byte[] pdf = written(paper(List.of(List.of("x".repeat(10_000), "y".repeat(2_000)), List.of("after", "2"))));
        String text = text(pdf);
        assertThat(text.chars().filter(letter -> letter == 'x').count()).isGreaterThanOrEqualTo(10_000);
        assertThat(text).contains("after");
    }

    @Test
    void theHeadOfTheTableIsOnEveryPageAndPagesAreCounted() throws IOException {
        byte[] pdf = written(paper(
                IntStream.rangeClosed(1, 200).mapToObj(i -> List.of("Line " + i + ".", "" + i)).toList()));
        PdfReader reader = new PdfReader(pdf);
        int pages = reader.getNumberOfPages();
        assertThat(pages).isBetween(4, 8);
        for (int page = 1; page < pages; page++) {
            String text = new PdfTextExtractor(reader).getTextFromPage(page);
            assertThat(text).contains("Quantity", "DS-AB12CD").containsPattern(page + " ?/ ?" + pages);
        }
        String all = text(pdf);
        assertThat(IntStream.rangeClosed(1, 200)).allSatisfy(i -> assertThat(all).containsOnlyOnce("Line " + i + "."));
    }

    @Test
    void itTellsItsTitleAndLanguageAndNobodysName() throws IOException {
        PdfReader reader = new PdfReader(written(paper(List.of())));
        assertThat(reader.getInfo()).containsEntry("Title", "Waybill DS-AB12CD").doesNotContainKeys("Author", "Creator", "Subject");
        assertThat(reader.getCatalog().getAsString(PdfName.LANG).toString()).isEqualTo("en");
        assertThat(text(written(paper(List.of())))).contains("No lines.");
    }

    @Test
    void rowsGoOutWhileTheyAreReadAndABrokenOneHasNoEnd() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long[] outBefore = new long[1];
        Iterable<List<String>> rows = () -> new Iterator<>() {
            private int row;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public List<String> next() {
                if (++row == 3_000) {
                    outBefore[0] = out.size();
                    throw new IllegalStateException("the database is gone");
                }
                return List.of("Line " + row, "1");
            }
        };
        Letterhead letterhead = new Letterhead("Hope", null, "en", false, "No lines.");
        assertThatThrownBy(() -> new PdfPaper(letterhead, FONTS)
                        .write(Paper.of("Long", null).table(Table.of(COLUMNS, rows)), out))
                .hasMessage("the database is gone");
        assertThat(outBefore[0]).as("bytes that were out by then").isGreaterThan(20_000);
        assertThat(out.toString(java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("%%EOF");
    }

    /** The service may have far more; what one document takes must not depend on its length. */
    @Test
    void tenThousandLinesAreWrittenWithALittleMemory() throws Exception {
        Process writer = new ProcessBuilder(
                        java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TenThousandLines.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(writer.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(writer.waitFor()).as(said).isZero();
        assertThat(Long.parseLong(said.strip())).as("bytes").isGreaterThan(100_000);
    }

    @Test
    void theFileIsNamedInLatinAndInTheLanguageOfItsTitle() {
        assertThat(Papers.disposition("Waybill DS-AB12CD")).startsWith("inline; filename=\"Waybill-DS-AB12CD.pdf\";");
        assertThat(Papers.disposition("Накладная \"\r\n")).isEqualTo(
                "inline; filename=\"document.pdf\"; filename*=UTF-8''%D0%9D%D0%B0%D0%BA%D0%BB%D0%B0%D0%B4%D0%BD%D0%B0%D1%8F.pdf");
    }
}
