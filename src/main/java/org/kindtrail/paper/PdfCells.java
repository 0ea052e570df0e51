package org.kindtrail.paper;

import com.lowagie.text.Element;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;

/** Cells and grids of a PDF, all alike; a text that is read from the right stands at the right. */
final class PdfCells {
    static final Color LINE = new Color(0x80, 0x80, 0x80);
    static final Color WASH = new Color(0xEE, 0xEE, 0xEE);
    private static final float THIN = 0.5f;

    private final Fonts fonts;

    PdfCells(Fonts fonts) {
        this.fonts = fonts;
    }

    /** A table over the width of the page. */
    PdfPTable grid(float before, float... widths) {
        PdfPTable grid = new PdfPTable(widths);
        grid.setWidthPercentage(100);
        grid.setSpacingBefore(before);
        return grid;
    }

    PdfPCell bare() {
        PdfPCell cell = new PdfPCell();
        cell.setBorder(PdfPCell.NO_BORDER);
        cell.setPadding(1.5f);
        return cell;
    }

    PdfPCell framed(float width) {
        PdfPCell cell = new PdfPCell();
        cell.setBorderWidth(width);
        cell.setPadding(6);
        return cell;
    }

    PdfPCell ruled() {
        PdfPCell cell = new PdfPCell();
        cell.setBorderWidth(THIN);
        cell.setBorderColor(LINE);
        cell.setPadding(2.5f);
        cell.setPaddingBottom(4);
        return cell;
    }

    PdfPCell head(String words, boolean number) {
        PdfPCell cell = ruled();
        cell.setBackgroundColor(WASH);
        text(words, Lettering.HEAD, cell);
        if (number) {
            cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
        }
        return cell;
    }

    /** The cell with the text in it. */
    PdfPCell text(String text, Lettering lettering, PdfPCell cell) {
        String shown = Fonts.printable(text);
        cell.setPhrase(fonts.phrase(shown, lettering));
        cell.setLeading(lettering.size() * 1.3f, 0);
        if (Fonts.turns(shown)) {
            cell.setRunDirection(Fonts.beginsAtTheRight(shown) ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR);
        }
        return cell;
    }

    Paragraph paragraph(String text, Lettering lettering, float before) {
        Paragraph paragraph = new Paragraph(fonts.phrase(text, lettering));
        paragraph.setLeading(lettering.size() * 1.3f);
        paragraph.setSpacingBefore(before);
        return paragraph;
    }
}
