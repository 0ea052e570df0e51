package org.kindtrail.paper;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;

/** Each page says which document it is of and which page: 2 / 5. The last number is drawn when all pages are written. */
final class PageFoot extends PdfPageEventHelper {
    private static final int LONGEST = 90;
    private static final float HEIGHT = 26;
    private static final float ROOM = 40;

    private final String words;
    private final Fonts fonts;
    private PdfTemplate total;

    PageFoot(String words, Fonts fonts) {
        String plain = Fonts.printable(words).replace('\n', ' ');
        int letters = plain.codePointCount(0, plain.length());
        this.words = letters <= LONGEST ? plain : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…";
        this.fonts = fonts;
    }

    @Override
    public void onOpenDocument(PdfWriter pdf, Document document) {
        total = pdf.getDirectContent().createTemplate(ROOM, 12);
        total.setBoundingBox(new Rectangle(0, -4, ROOM, 12));
    }

    @Override
    public void onEndPage(PdfWriter pdf, Document document) {
        PdfContentByte pen = pdf.getDirectContent();
        float right = document.right() - ROOM / 2;
        ColumnText.showTextAligned(
                pen, Element.ALIGN_LEFT, fonts.phrase(words, Lettering.FOOT), document.left(), HEIGHT, 0);
        ColumnText.showTextAligned(
                pen,
                Element.ALIGN_RIGHT,
                fonts.phrase(String.valueOf(pdf.getPageNumber()), Lettering.FOOT),
                right - 2,
                HEIGHT,
                0);
        pen.addTemplate(total, right, HEIGHT);
    }

    @Override
    public void onCloseDocument(PdfWriter pdf, Document document) {
        // The writer has begun the page after the last.
        ColumnText.showTextAligned(
                total,
                Element.ALIGN_LEFT,
                fonts.phrase("/ " + (pdf.getPageNumber() - 1), Lettering.FOOT),
                0,
                0,
                0);
    }
}
