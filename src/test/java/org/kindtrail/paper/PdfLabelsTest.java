package org.kindtrail.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Unreadable;
import org.kindtrail.paper.Labels.Label;

@Tag("once")
class PdfLabelsTest {
    private static final double MILLIMETRE = 72 / 25.4;
    private static final Fonts FONTS = new Fonts();
    private static final Map<Mark, String> WORDS = Map.of(
            Mark.FRAGILE, "FRAGILE", Mark.KEEP_DRY, "KEEP DRY", Mark.THIS_SIDE_UP, "THIS SIDE UP", Mark.HEAVY, "HEAVY", Mark.DO_NOT_STACK, "DO NOT STACK");
    private static final Pattern RECTANGLE = Pattern.compile("([-0-9.]+) ([-0-9.]+) ([-0-9.]+) ([-0-9.]+) re");

    /** A dark run of modules, in points from below. */
    private record Dark(double left, double bottom, double width, double height) {}

    private static Label label(int number) {
        String code = "B-0000-%04d".formatted(number);
        return Label.blank(code, "HTTPS://KINDTRAIL.EXAMPLE.ORG/L/" + code);
    }

    private static PdfReader written(LabelSheet sheet, int start, List<Label> labels) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfLabels pdf = new PdfLabels(new LabelChoice(sheet, start), WORDS, FONTS);
        labels.forEach(pdf::check);
        pdf.write(labels, "Labels", "en", out);
        return new PdfReader(out.toByteArray());
    }

    private static List<Dark> dark(PdfReader pdf, int page) throws IOException {
        Matcher each = RECTANGLE.matcher(new String(pdf.getPageContent(page), StandardCharsets.ISO_8859_1));
        List<Dark> all = new ArrayList<>();
        while (each.find()) {
            all.add(new Dark(
                    Double.parseDouble(each.group(1)),
                    Double.parseDouble(each.group(2)),
                    Double.parseDouble(each.group(3)),
                    Double.parseDouble(each.group(4))));
        }
        return all;
    }

    /** What a camera reads of the one code that is drawn. */
    private static String read(List<Dark> dark) throws Exception {
        double left = dark.stream().mapToDouble(Dark::left).min().orElseThrow();
        double bottom = dark.stream().mapToDouble(Dark::bottom).min().orElseThrow();
        double module = dark.get(0).height();
        int modules = (int) Math.round((dark.stream().mapToDouble(each -> each.left() + each.width()).max().orElseThrow() - left) / module);
        int each = 4;
        int side = (modules + 8) * each;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        for (Dark run : dark) {
            int x = ((int) Math.round((run.left() - left) / module) + 4) * each;
            int y = side - ((int) Math.round((run.bottom() - bottom) / module) + 5) * each;
            int to = x + (int) Math.round(run.width() / module) * each;
            for (int row = y; row < y + each; row++) {
                Arrays.fill(pixels, row * side + x, row * side + to, 0);
            }
        }
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))),
                        Map.of(DecodeHintType.PURE_BARCODE, Boolean.TRUE))
                .getText();
    }

    @ParameterizedTest
    @EnumSource(LabelSheet.class)
    void aCameraReadsTheFirstAndTheLastLabelAndTheyLieWhereTheSheetHasThem(LabelSheet sheet) throws Exception {
        for (int number : new int[] {1, sheet.labels()}) {
            PdfReader pdf = written(sheet, number, List.of(label(number)));
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat((double) pdf.getPageSize(1).getWidth()).isCloseTo(sheet.pageWidth() * MILLIMETRE, within(0.1));
            assertThat((double) pdf.getPageSize(1).getHeight()).isCloseTo(sheet.pageHeight() * MILLIMETRE, within(0.1));
            List<Dark> dark = dark(pdf, 1);
            assertThat(read(dark)).isEqualTo(label(number).address());
            double module = dark.get(0).height() / MILLIMETRE;
            assertThat(module).as("module in mm").isGreaterThanOrEqualTo(0.395);
            LabelSheet.Spot spot = sheet.spot(number);
            double quiet = 4 * module - 0.05;
            assertThat(dark).allSatisfy(run -> {
                assertThat(run.left() / MILLIMETRE).isGreaterThan(spot.left() + quiet);
                assertThat((run.left() + run.width()) / MILLIMETRE).isLessThan(spot.left() + sheet.width() - quiet);
                double top = sheet.pageHeight() - (run.bottom() + run.height()) / MILLIMETRE;
                assertThat(top).isGreaterThan(spot.top() + quiet);
                assertThat(top + module).isLessThan(spot.top() + sheet.height() - quiet);
            });
            assertThat(new PdfTextExtractor(pdf).getTextFromPage(1).replaceAll("\\s", "")).isEqualTo(label(number).code());
        }
    }

    /** Left and top of the last label in mm, and where it ends, from the makers' drawings. */
    @ParameterizedTest
    @CsvSource({
        "L7160, 21, 139.5, 244.1", "L7163, 14, 106.4, 243.8", "L7165, 8, 106.3, 216.1", "L4732, 80, 163.4, 266.5",
        "US5160, 30, 145.237, 241.3", "US5163, 10, 110.515, 215.9", "HALF, 2, 0, 148.5", "ROLL, 1, 0, 0"
    })
    void theLastLabelOfASheetIsWhereItsMakerHasIt(LabelSheet sheet, int labels, double left, double top) {
        assertThat(sheet.labels()).isEqualTo(labels);
        assertThat(sheet.spot(labels).left()).isCloseTo(left, within(0.001));
        assertThat(sheet.spot(labels).top()).isCloseTo(top, within(0.001));
        assertThat(sheet.spot(labels).left() + sheet.width()).isLessThanOrEqualTo(sheet.pageWidth());
        assertThat(sheet.spot(labels).top() + sheet.height()).isLessThanOrEqualTo(sheet.pageHeight());
    }

    @Test
    void printingBeginsWhereTheSheetIsNotUsedYetAndGoesOnOnTheNext() throws IOException {
        PdfReader pdf = written(LabelSheet.L7160, 20, IntStream.rangeClosed(1, 24).mapToObj(PdfLabelsTest::label).toList());
        assertThat(pdf.getNumberOfPages()).isEqualTo(3);
        PdfTextExtractor text = new PdfTextExtractor(pdf);
        assertThat(text.getTextFromPage(1)).contains("B-0000-0001", "B-0000-0002").doesNotContain("B-0000-0003");
        assertThat(text.getTextFromPage(3)).contains("B-0000-0024").doesNotContain("B-0000-0023");
        assertThat(written(LabelSheet.ROLL, 1, List.of(label(1), label(2))).getNumberOfPages()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(LabelSheet.class)
    void contentsAndMarksAreOnIt(LabelSheet sheet) throws IOException {
        Label label = new Label(
                "B-0000-0001",
                "HTTPS://KINDTRAIL.EXAMPLE.ORG/L/B-0000-0001",
                List.of("Қызыл шапан", "兒童外套", "14.5 kg"),
                Set.of(Mark.FRAGILE, Mark.KEEP_DRY, Mark.THIS_SIDE_UP, Mark.HEAVY));
        String text = new PdfTextExtractor(written(sheet, 1, List.of(label))).getTextFromPage(1).replaceAll("\\s+", " ");
        if (sheet == LabelSheet.L4732) {
            assertThat(text.strip()).isEqualTo("B-0000-0001");
        } else {
            assertThat(text).contains("B-0000-0001", "Қызыл шапан", "兒童外套", "14.5 kg", "FRAGILE", "KEEP DRY", "SIDE UP", "HEAVY");
        }
    }

    @ParameterizedTest
    @EnumSource(LabelSheet.class)
    void whatIsTooLongIsCutAndCanBeSeenToBe(LabelSheet sheet) throws IOException {
        for (String typed : List.of("x".repeat(10_000), "a word ".repeat(1_000), "\uD83E\uDDE5\u0000\n\n\u202E<b>")) {
            Label label = new Label("B-0000-0001", label(1).address(), List.of(typed, "last"), Set.of(Mark.HEAVY));
            String text = new PdfTextExtractor(written(sheet, 1, List.of(label))).getTextFromPage(1);
            assertThat(text).contains("B-0000-0001");
            if (typed.length() > 100 && sheet != LabelSheet.L4732) {
                assertThat(text).contains("…").doesNotContain("last");
            }
        }
    }

    @Test
    void aLongAddressThatNoTelephoneWouldReadIsRefused() {
        Label label = Label.blank("B-0000-0001", "HTTPS://" + "LONG.".repeat(30) + "ORG/L/B-0000-0001");
        assertThatThrownBy(() -> written(LabelSheet.L4732, 1, List.of(label))).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"l7160, 22", "l7160, 0", "roll, 2", "l7160, -1", "l7160, 1.5", "l7160, ٣", "l7160, 99999999999999999999", "half, x"})
    void aLabelThatTheSheetDoesNotHaveIsRefused(String sheet, String start) {
        assertThatThrownBy(() -> LabelChoice.read(sheet, start)).isInstanceOf(Invalid.class);
    }

    @Test
    void aSheetThatNobodyMakesIsRefused() {
        assertThatThrownBy(() -> LabelChoice.read("l9999", "1")).isInstanceOf(Unreadable.class);
        assertThat(LabelChoice.read(null, "")).isEqualTo(new LabelChoice(LabelSheet.L7160, 1));
        assertThat(LabelChoice.read("L4732", "80")).isEqualTo(new LabelChoice(LabelSheet.L4732, 80));
    }
}
