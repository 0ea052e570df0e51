package org.kindtrail.paper;

import com.lowagie.text.Image;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import org.kindtrail.web.QrCode;

/** A QR code drawn in a PDF, each run of dark modules as a rectangle, with its quiet zone. */
final class PdfQr {
    private PdfQr() {}

    /** @param side of the whole with the quiet zone, in points */
    static Image image(PdfWriter pdf, String address, float side) {
        boolean[][] dark = QrCode.matrix(address);
        float whole = dark.length + 2f * QrCode.QUIET;
        PdfTemplate code = pdf.getDirectContent().createTemplate(whole, whole);
        draw(code, dark, QrCode.QUIET, QrCode.QUIET, 1);
        Image image = Image.getInstance(code);
        image.scaleAbsolute(side, side);
        return image;
    }

    /** @param left of the code without its quiet zone; @param bottom likewise; @param module side of one module */
    static void draw(PdfContentByte pen, boolean[][] dark, float left, float bottom, float module) {
        int rows = dark.length;
        for (int row = 0; row < rows; row++) {
            for (int from = 0; from < rows; from++) {
                int to = from;
                while (to < rows && dark[row][to]) {
                    to++;
                }
                if (to > from) {
                    pen.rectangle(left + from * module, bottom + (rows - 1 - row) * module, (to - from) * module, module);
                    from = to;
                }
            }
        }
        pen.fill();
    }
}
