package org.kindtrail.paper;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;

/** A {@link Poster} as PDF: one page, its QR code at the foot. */
final class PdfPoster {
    private static final Color DEEP = new Color(0x0b, 0x5a, 0x5e);
    private static final float SIDE = 48;
    private static final float FOOT = 210;
    private static final float QR = 170;
    /** A title longer than this many letters is set smaller. */
    private static final int SHORT = 40;

    private static final int LONG = 90;
    /** Longer texts are set in smaller letters, down to this part of the sizes below. */
    private static final float SMALLEST = 0.5f;

    private static final float STEP = 0.05f;

    private final Letterhead letterhead;
    private final Fonts fonts;
    private final PdfCells cells;

    PdfPoster(Letterhead letterhead, Fonts fonts) {
        this.letterhead = letterhead;
        this.fonts = fonts;
        cells = new PdfCells(fonts);
    }

    void write(Poster poster, OutputStream out) throws IOException {
        Document document = new Document(letterhead.letterFormat() ? PageSize.LETTER : PageSize.A4, SIDE, SIDE, SIDE, FOOT + SIDE);
        PdfWriter pdf = PdfPaper.begin(document, poster.name(), letterhead.language(), out);
        document.open();
        PdfPTable sheet = fitting(poster, document);
        document.add(sheet);
        foot(pdf, document, poster);
        document.close();
    }

    /** In the largest letters in which it stays above the foot: a poster is one sheet, however much it tells. */
    private PdfPTable fitting(Poster poster, Document document) throws IOException {
        float width = document.right() - document.left();
        PdfPTable sheet = null;
        for (float scale = 1; scale >= SMALLEST; scale -= STEP) {
            sheet = sheet(poster, scale);
            sheet.setTotalWidth(width);
            if (sheet.calculateHeights(true) <= document.top() - document.bottom()) {
                break;
            }
        }
        return sheet;
    }

    private PdfPTable sheet(Poster poster, float scale) throws IOException {
        PdfPTable sheet = cells.grid(0, 1);
        if (letterhead.logo() != null) {
            Image logo = Image.getInstance(letterhead.logo());
            logo.scaleToFit(220, 64);
            PdfPCell cell = cells.bare();
            cell.addElement(logo);
            sheet.addCell(cell);
        }
        add(sheet, poster.title(), new Lettering(scale * titleSize(poster.title()), true, DEEP), 6);
        add(sheet, poster.lead(), new Lettering(scale * 17, false, Color.BLACK), 4);
        if (poster.about() != null && !poster.about().isBlank()) {
            add(sheet, poster.about(), new Lettering(scale * 15, false, Color.BLACK), 12);
        }
        if (poster.heading() != null) {
            add(sheet, poster.heading(), new Lettering(scale * 24, true, Color.BLACK), 14);
            poster.lines().forEach(line -> add(sheet, line, new Lettering(scale * 17, false, Color.BLACK), 2));
        }
        return sheet;
    }

    private static float titleSize(String title) {
        return title.length() <= SHORT ? 44 : title.length() <= LONG ? 34 : 26;
    }

    private void add(PdfPTable sheet, String text, Lettering lettering, float before) {
        PdfPCell cell = cells.bare();
        cell.setPaddingTop(before);
        sheet.addCell(cells.text(text, lettering, cell));
    }

    private void foot(PdfWriter pdf, Document document, Poster poster) throws IOException {
        PdfPTable foot = new PdfPTable(new float[] {QR, document.right() - document.left() - QR});
        foot.setTotalWidth(document.right() - document.left());
        foot.setLockedWidth(true);
        PdfPCell code = cells.bare();
        code.addElement(PdfQr.image(pdf, poster.address(), QR));
        foot.addCell(code);
        PdfPCell words = cells.bare();
        words.setPaddingLeft(16);
        words.setVerticalAlignment(Element.ALIGN_MIDDLE);
        words.addElement(cells.paragraph(poster.scan(), new Lettering(17, true, Color.BLACK), 0));
        words.addElement(cells.paragraph(poster.address(), new Lettering(12, false, Color.BLACK), 8));
        words.addElement(cells.paragraph(letterhead.organisation(), new Lettering(12, false, Lettering.SOFT), 8));
        foot.addCell(words);
        foot.writeSelectedRows(0, -1, document.left(), SIDE + FOOT - 16, pdf.getDirectContent());
    }
}
