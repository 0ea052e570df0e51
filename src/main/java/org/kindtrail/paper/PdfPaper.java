package org.kindtrail.paper;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A document as PDF, written while its rows are read: what was written is not kept. */
final class PdfPaper {
    private static final float SIDE = 42;
    private static final float TOP = 36;
    private static final float BOTTOM = 44;
    private static final float LOGO_WIDTH = 120;
    private static final float LOGO_HEIGHT = 42;
    private static final float QR = 70;
    /** What the last note takes at most where the signatures stand below it: four lines. */
    private static final float LAST_NOTE = 60;

    private final Letterhead letterhead;
    private final PdfCells cells;
    private final PdfTables tables;
    private final Fonts fonts;

    PdfPaper(Letterhead letterhead, Fonts fonts) {
        this.letterhead = letterhead;
        this.fonts = fonts;
        cells = new PdfCells(fonts);
        tables = new PdfTables(cells, letterhead.noLines());
    }

    /** @throws RuntimeException when it cannot be written; then the file has no end and can be seen not to be whole */
    void write(Paper paper, OutputStream out) throws IOException {
        Document document = new Document(letterhead.letterFormat() ? PageSize.LETTER : PageSize.A4, SIDE, SIDE, TOP, BOTTOM);
        PdfWriter pdf = begin(document, paper.name(), letterhead.language(), out);
        pdf.setPageEvent(new PageFoot(paper.name() + "  ·  " + letterhead.organisation(), fonts));
        document.open();
        document.add(head(pdf, paper));
        for (String warning : paper.warnings()) {
            document.add(framed(warning));
        }
        if (!paper.facts().isEmpty()) {
            document.add(facts(paper.facts()));
        }
        for (Table table : paper.tables()) {
            tables.write(table, document, pdf);
        }
        ending(pdf, document, paper);
        for (Box box : paper.boxes()) {
            document.add(box(pdf, box));
        }
        document.close();
    }

    /** Notes and signatures; nobody is asked to sign a page on which nothing else stands, so the last note goes with them. */
    private void ending(PdfWriter pdf, Document document, Paper paper) {
        List<PdfPTable> signatures =
                Signature.together(paper.signatures()).stream().map(tables::signatures).toList();
        float signed = 0;
        for (PdfPTable each : signatures) {
            each.setTotalWidth(document.right() - document.left());
            signed += each.spacingBefore() + each.getTotalHeight();
        }
        for (int i = 0; i < paper.notes().size(); i++) {
            boolean last = i == paper.notes().size() - 1;
            if (last && signed > 0 && pdf.getVerticalPosition(true) - signed - LAST_NOTE < document.bottom()) {
                document.newPage();
            }
            document.add(paragraph(paper.notes().get(i), Lettering.PLAIN, 6));
        }
        signatures.forEach(document::add);
    }

    /** Title and language are told; who made it, for whom and on what is not. */
    static PdfWriter begin(Document document, String title, String language, OutputStream out) {
        PdfWriter pdf = PdfWriter.getInstance(document, out);
        // Whoever gave the stream closes it.
        pdf.setCloseStream(false);
        document.addTitle(Fonts.printable(title));
        pdf.getExtraCatalog().put(PdfName.LANG, new PdfString(language));
        pdf.setViewerPreferences(PdfWriter.DisplayDocTitle);
        return pdf;
    }

    private PdfPTable head(PdfWriter pdf, Paper paper) throws IOException {
        PdfPTable head = cells.grid(0, paper.scan() == null ? new float[] {5, 5} : new float[] {5, 4, 1.6f});
        PdfPCell whose = cells.bare();
        if (letterhead.logo() != null) {
            Image logo = Image.getInstance(letterhead.logo());
            logo.scaleToFit(LOGO_WIDTH, LOGO_HEIGHT);
            whose.addElement(logo);
        }
        whose.addElement(cells.paragraph(letterhead.organisation(), Lettering.HEADING, 0));
        head.addCell(whose);
        PdfPCell what = cells.bare();
        Paragraph title = cells.paragraph(paper.title(), Lettering.TITLE, 0);
        title.setAlignment(Element.ALIGN_RIGHT);
        what.addElement(title);
        if (paper.number() != null) {
            Paragraph number = cells.paragraph(paper.number(), Lettering.HEADING, 0);
            number.setAlignment(Element.ALIGN_RIGHT);
            what.addElement(number);
        }
        head.addCell(what);
        if (paper.scan() != null) {
            head.addCell(qr(pdf, paper.scan()));
        }
        return head;
    }

    private PdfPCell qr(PdfWriter pdf, String address) {
        PdfPCell cell = cells.bare();
        Image code = PdfQr.image(pdf, address, QR);
        code.setAlignment(Image.RIGHT);
        cell.addElement(code);
        return cell;
    }

    private PdfPTable framed(String warning) {
        PdfPTable frame = cells.grid(8, 1);
        frame.addCell(cells.text(warning, Lettering.STRONG, cells.framed(1.5f)));
        return frame;
    }

    /** Two columns of label and value, read downwards. */
    private PdfPTable facts(List<Fact> facts) {
        PdfPTable grid = cells.grid(8, 3, 6, 0.5f, 3, 6);
        int rows = (facts.size() + 1) / 2;
        for (int row = 0; row < rows; row++) {
            fact(grid, facts.get(row));
            grid.addCell(cells.bare());
            if (row + rows < facts.size()) {
                fact(grid, facts.get(row + rows));
            } else {
                grid.addCell(cells.bare());
                grid.addCell(cells.bare());
            }
        }
        return grid;
    }

    private void fact(PdfPTable grid, Fact fact) {
        grid.addCell(cells.text(fact.label(), Lettering.LABEL, cells.bare()));
        PdfPCell value = cells.bare();
        if (fact.isBlank()) {
            value.setBorder(PdfPCell.BOTTOM);
            value.setBorderWidthBottom(0.5f);
            value.setMinimumHeight(16);
        }
        grid.addCell(cells.text(fact.value(), Lettering.PLAIN, value));
    }

    private PdfPTable box(PdfWriter pdf, Box box) {
        PdfPTable frame = box.address() == null ? cells.grid(10, 1) : cells.grid(10, 1.7f, 8);
        frame.setKeepTogether(true);
        if (box.address() != null) {
            PdfPCell code = cells.framed(1.2f);
            code.setBorder(PdfPCell.LEFT | PdfPCell.TOP | PdfPCell.BOTTOM);
            code.addElement(PdfQr.image(pdf, box.address(), QR + 5));
            frame.addCell(code);
        }
        PdfPCell words = cells.framed(1.2f);
        words.setBorder(PdfPCell.RIGHT | PdfPCell.TOP | PdfPCell.BOTTOM | (box.address() == null ? PdfPCell.LEFT : 0));
        words.addElement(cells.paragraph(box.heading(), Lettering.HEADING, 0));
        box.lines().forEach(line -> words.addElement(cells.paragraph(line, Lettering.PLAIN, 3)));
        if (box.big() != null) {
            words.addElement(cells.paragraph(box.big(), Lettering.TITLE, 3));
        }
        frame.addCell(words);
        return frame;
    }

    private Element paragraph(String text, Lettering lettering, float before) {
        PdfPTable grid = cells.grid(before, 1);
        grid.addCell(cells.text(text, lettering, cells.bare()));
        return grid;
    }
}
