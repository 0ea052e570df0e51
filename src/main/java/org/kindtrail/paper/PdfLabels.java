package org.kindtrail.paper;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.kindtrail.kernel.Refused;
import org.kindtrail.paper.Labels.Label;
import org.kindtrail.web.QrCode;

/** Draws labels on their sheets. Lengths are in millimetres from the upper left corner until they are drawn. */
final class PdfLabels {
    private static final double POINTS = 72 / 25.4;
    /** Smaller modules are not read by every telephone. */
    private static final double SMALLEST_MODULE = 0.4;
    private static final double LARGEST_QR = 75;
    private static final float SMALLEST_LETTERS = 4;
    private static final float SMALL_LETTERS = 8;
    /** Between what is written and what is drawn. */
    private static final double GAP = 1;

    private final LabelSheet sheet;
    private final int start;
    private final Map<Mark, String> words;
    private final Fonts fonts;

    PdfLabels(LabelChoice choice, Map<Mark, String> words, Fonts fonts) {
        sheet = choice.sheet();
        start = choice.start();
        this.words = words;
        this.fonts = fonts;
    }

    /** @throws Refused when its QR code does not fit */
    void check(Label label) {
        int modules = QrCode.matrix(label.address()).length + 2 * QrCode.QUIET;
        if (side() / modules < SMALLEST_MODULE) {
            throw new Refused("error_paper_label_small", Map.of("label", label.code()));
        }
    }

    /** Of the QR code with its quiet zone. */
    private double side() {
        double high = sheet.height() - 2 * sheet.margin() - (sheet.isSmall() ? 0 : codeHeight());
        double wide = (sheet.width() - 2 * sheet.margin()) * (sheet.isSmall() ? 0.5 : 0.45);
        return Math.min(LARGEST_QR, Math.min(high, wide));
    }

    private double codeHeight() {
        return Math.max(4.5, sheet.height() * 0.1);
    }

    void write(List<Label> labels, String name, String language, OutputStream out) {
        Rectangle page = new Rectangle(points(sheet.pageWidth()), points(sheet.pageHeight()));
        Document document = new Document(page, 0, 0, 0, 0);
        PdfWriter pdf = PdfPaper.begin(document, name, language, out);
        // Printed to another size it would not meet the labels.
        pdf.addViewerPreference(PdfName.PRINTSCALING, PdfName.NONE);
        document.open();
        int number = start;
        for (Label label : labels) {
            if (number > sheet.labels()) {
                document.newPage();
                number = 1;
            }
            draw(pdf.getDirectContent(), label, sheet.spot(number++));
        }
        if (labels.isEmpty()) {
            pdf.setPageEmpty(false);
        }
        document.close();
    }

    private void draw(PdfContentByte pen, Label label, LabelSheet.Spot at) {
        double margin = sheet.margin();
        double side = side();
        double height = sheet.height() - 2 * margin;
        double wordsLeft = at.left() + margin + side + (sheet.isSmall() ? 0.5 : margin);
        double wordsWidth = at.left() + sheet.width() - margin - wordsLeft;
        pen.setColorFill(Color.BLACK);
        if (sheet.isSmall()) {
            qr(pen, label.address(), at.left() + margin, at.top() + (sheet.height() - side) / 2, side);
            code(pen, label.code(), wordsLeft, at.top() + sheet.height() / 2 - codeHeight() / 2, wordsWidth);
            return;
        }
        double qrTop = at.top() + margin + Math.max(0, (height - side - codeHeight()) / 2);
        qr(pen, label.address(), at.left() + margin, qrTop, side);
        code(pen, label.code(), at.left() + margin, qrTop + side, side);
        double marksHeight = marksHeight(label, wordsWidth, height);
        double room = height - marksHeight - (marksHeight == 0 ? 0 : GAP);
        lines(pen, label.lines(), wordsLeft, at.top() + margin, wordsWidth, room);
        marks(pen, label, wordsLeft, at.top() + margin + height - marksHeight, wordsWidth, marksHeight);
    }

    private static boolean inTwoColumns(Label label, double width) {
        return label.marks().size() > 1 && width / label.marks().size() < 16;
    }

    private static double marksHeight(Label label, double width, double height) {
        int marks = label.marks().size();
        if (marks == 0) {
            return 0;
        }
        return inTwoColumns(label, width)
                ? (marks + 1) / 2 * Math.min(8, height * 0.2)
                : Math.min(height * 0.45, Math.min(28, width / marks));
    }

    /** Side by side with their words beneath; where that is too narrow, two in a row with their words beside them. */
    private void marks(PdfContentByte pen, Label label, double left, double top, double width, double height) {
        List<Mark> marks = label.marks().stream().sorted().toList();
        boolean beside = inTwoColumns(label, width);
        int columns = beside ? 2 : marks.size();
        double wide = columns == 0 ? 0 : width / columns;
        double high = beside ? height / ((marks.size() + 1) / 2) : height;
        for (int i = 0; i < marks.size(); i++) {
            double from = left + i % columns * wide;
            double under = top + i / columns * high;
            String word = words.get(marks.get(i));
            if (beside) {
                double side = high * 0.9;
                symbol(pen, marks.get(i), from, under + high * 0.05, side);
                double room = wide - side - 1;
                float size = inOnePiece(word, room, high);
                lines(pen, List.of(word), from + side + 0.5, under + high * 0.05, room, high, size);
            } else {
                double side = high * 0.72;
                symbol(pen, marks.get(i), from + (wide - side) / 2, under, side);
                word(pen, word, from + wide / 2, under + high, wide - 1, (high - side) * POINTS * 0.8);
            }
        }
    }

    private void qr(PdfContentByte pen, String address, double left, double top, double side) {
        boolean[][] dark = QrCode.matrix(address);
        double module = side / (dark.length + 2 * QrCode.QUIET);
        double quiet = module * QrCode.QUIET;
        double bottom = sheet.pageHeight() - top - side;
        PdfQr.draw(pen, dark, points(left + quiet), points(bottom + quiet), points(module));
    }

    /** In the middle, as large as there is room for it. */
    private void code(PdfContentByte pen, String code, double left, double top, double width) {
        float size = (float) (codeHeight() * POINTS * 0.75);
        float wide = fonts.width(code, new Lettering(size, true, Color.BLACK));
        float most = points(width);
        if (wide > most) {
            size = Math.max(3, size * most / wide);
        }
        ColumnText.showTextAligned(
                pen,
                Element.ALIGN_CENTER,
                fonts.phrase(code, new Lettering(size, true, Color.BLACK)),
                points(left + width / 2),
                points(sheet.pageHeight() - top - codeHeight() / 2) - size * 0.36f,
                0);
    }

    /** Letters so small that no word is torn. */
    private float inOnePiece(String words, double width, double height) {
        float size = (float) Math.min(SMALL_LETTERS, height * POINTS * 0.4);
        for (String word : words.split(" ")) {
            size = Math.min(size, size * points(width) * 0.98f / fonts.width(word, new Lettering(size, true, Color.BLACK)));
        }
        return size;
    }

    private void symbol(PdfContentByte pen, Mark mark, double left, double top, double side) {
        pen.saveState();
        float scale = points(side) / MarkSymbol.SIDE;
        pen.concatCTM(scale, 0, 0, scale, points(left), points(sheet.pageHeight() - top - side));
        MarkSymbol.draw(pen, mark);
        pen.restoreState();
    }

    private void word(PdfContentByte pen, String word, double middle, double bottom, double width, double most) {
        float size = (float) most;
        float wide = fonts.width(word, new Lettering(size, true, Color.BLACK));
        float fitting = wide > points(width) ? size * points(width) / wide : size;
        ColumnText.showTextAligned(
                pen,
                Element.ALIGN_CENTER,
                fonts.phrase(word, new Lettering(fitting, true, Color.BLACK)),
                points(middle),
                points(sheet.pageHeight() - bottom) + size * 0.2f,
                0);
    }

    /** As large as all of it fits; what does not even in the smallest letters is cut, and can be seen to be. */
    private void lines(PdfContentByte pen, List<String> lines, double left, double top, double width, double height) {
        float largest = (float) Math.min(24, Math.max(9, sheet.height() * 0.28));
        lines(pen, lines, left, top, width, height, largest);
    }

    private void lines(
            PdfContentByte pen, List<String> lines, double left, double top, double width, double height, float largest) {
        float size = largest;
        float smallest = largest > SMALL_LETTERS ? SMALL_LETTERS - 1.5f : Math.min(largest, SMALLEST_LETTERS);
        while (size > smallest && !fits(pen, lines, left, top, width, height, size)) {
            size -= 0.5f;
        }
        List<String> shown = lines;
        for (int letters = 400; !fits(pen, shown, left, top, width, height, size) && letters > 0; letters -= 10) {
            shown = cut(lines, letters);
        }
        column(pen, shown, left, top, width, height, size, false);
    }

    private boolean fits(
            PdfContentByte pen, List<String> lines, double left, double top, double width, double height, float size) {
        return column(pen, lines, left, top, width, height, size, true);
    }

    /** So many letters of it all. */
    private static List<String> cut(List<String> lines, int letters) {
        String all = String.join("\n", lines);
        int most = all.codePointCount(0, all.length());
        String some = letters >= most ? all : all.substring(0, all.offsetByCodePoints(0, letters)).stripTrailing() + "…";
        return List.of(some.split("\n", -1));
    }

    /** @return whether all of it had room */
    private boolean column(
            PdfContentByte pen,
            List<String> lines,
            double left,
            double top,
            double width,
            double height,
            float size,
            boolean onlyTry) {
        boolean room = true;
        double used = 0;
        for (int i = 0; i < lines.size() && room; i++) {
            String line = Fonts.printable(lines.get(i));
            ColumnText column = new ColumnText(pen);
            if (Fonts.turns(line)) {
                column.setRunDirection(
                        Fonts.beginsAtTheRight(line) ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR);
            }
            float bottom = points(sheet.pageHeight() - top - height);
            float from = points(sheet.pageHeight() - top - used);
            if (from <= bottom) {
                return false;
            }
            column.setSimpleColumn(points(left), bottom, points(left + width), from);
            column.setLeading(size * 1.25f);
            column.setText(fonts.phrase(line, new Lettering(size, i == 0, Color.BLACK)));
            room = !ColumnText.hasMoreText(column.go(onlyTry));
            used = sheet.pageHeight() - top - column.getYLine() / POINTS;
        }
        return room;
    }

    private static float points(double millimetres) {
        return (float) (millimetres * POINTS);
    }
}
