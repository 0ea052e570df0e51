package org.kindtrail.paper;

import com.lowagie.text.pdf.PdfContentByte;

/** The symbols of handling, drawn with few strokes in a square, after ISO 780. */
final class MarkSymbol {
    /** Of the square that they are drawn in. */
    static final float SIDE = 20;

    private MarkSymbol() {}

    static void draw(PdfContentByte pen, Mark mark) {
        pen.setLineWidth(1.4f);
        pen.setLineCap(PdfContentByte.LINE_CAP_ROUND);
        pen.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
        switch (mark) {
            case FRAGILE -> glass(pen);
            case KEEP_DRY -> umbrella(pen);
            case THIS_SIDE_UP -> arrows(pen);
            case HEAVY -> weight(pen);
            case DO_NOT_STACK -> crossed(pen);
        }
    }

    private static void glass(PdfContentByte pen) {
        line(pen, 5, 18, 15, 18, 14.5f, 12, 12, 9, 8, 9, 5.5f, 12, 5, 18);
        line(pen, 10, 9, 10, 3);
        line(pen, 6, 2.5f, 14, 2.5f);
        line(pen, 10.5f, 18, 9, 15, 11, 13.5f, 9.5f, 11);
    }

    private static void umbrella(PdfContentByte pen) {
        pen.moveTo(2, 10);
        pen.curveTo(3, 19, 17, 19, 18, 10);
        pen.closePathFillStroke();
        line(pen, 10, 10, 10, 3.5f);
        pen.moveTo(10, 3.5f);
        pen.curveTo(10, 1, 13.5f, 1, 13.5f, 3.5f);
        pen.stroke();
        drop(pen, 4, 6);
        drop(pen, 16.5f, 6);
    }

    private static void drop(PdfContentByte pen, float x, float y) {
        line(pen, x, y, x - 1, y - 2.5f);
    }

    private static void arrows(PdfContentByte pen) {
        for (float x : new float[] {6, 14}) {
            line(pen, x, 5, x, 13);
            pen.moveTo(x, 18.5f);
            pen.lineTo(x - 3, 12.5f);
            pen.lineTo(x + 3, 12.5f);
            pen.closePathFillStroke();
        }
        line(pen, 2, 2.5f, 18, 2.5f);
    }

    private static void weight(PdfContentByte pen) {
        pen.moveTo(3, 2);
        pen.lineTo(17, 2);
        pen.lineTo(14.5f, 12);
        pen.lineTo(5.5f, 12);
        pen.closePathFillStroke();
        pen.circle(10, 15, 2.6f);
        pen.stroke();
    }

    /** Two boxes, one on the other, crossed out. */
    private static void crossed(PdfContentByte pen) {
        line(pen, 5.5f, 2, 14.5f, 2, 14.5f, 9.5f, 5.5f, 9.5f, 5.5f, 2);
        line(pen, 5.5f, 10.5f, 14.5f, 10.5f, 14.5f, 18, 5.5f, 18, 5.5f, 10.5f);
        line(pen, 2, 18.5f, 18, 1.5f);
        line(pen, 2, 1.5f, 18, 18.5f);
    }

    private static void line(PdfContentByte pen, float... points) {
        pen.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            pen.lineTo(points[i], points[i + 1]);
        }
        pen.stroke();
    }
}
