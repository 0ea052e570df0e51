package org.kindtrail.paper;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Tables of a PDF: those of rows go out a few rows at a time, with their head on every page. */
final class PdfTables {
    /** So many rows are held before they go out. */
    private static final int AT_ONCE = 50;
    private static final float TICK = 9;

    private final PdfCells cells;
    private final String noLines;

    PdfTables(PdfCells cells, String noLines) {
        this.cells = cells;
        this.noLines = noLines;
    }

    void write(Table table, Document document, PdfWriter pdf) {
        List<Column> columns = table.columns();
        PdfPTable grid = cells.grid(table.heading() == null ? 10 : 2, widths(columns));
        grid.setHeaderRows(heads(grid, columns));
        grid.setComplete(false);
        int held = 0;
        boolean none = true;
        for (List<String> row : table.rows()) {
            row(grid, columns, row, false);
            if (none) {
                heading(table, grid, document, pdf);
                none = false;
            }
            if (++held == AT_ONCE) {
                document.add(grid);
                // It would stand between the rows before and after.
                grid.setSpacingBefore(0);
                held = 0;
            }
        }
        if (none) {
            PdfPCell nothing = cells.text(noLines, Lettering.LABEL, cells.ruled());
            nothing.setColspan(columns.size());
            grid.addCell(nothing);
            heading(table, grid, document, pdf);
        }
        if (table.foot() != null) {
            row(grid, columns, table.foot(), true);
        }
        grid.setComplete(true);
        document.add(grid);
    }

    /** Above the table; on the next page when no row would stand below it on this one. */
    private void heading(Table table, PdfPTable grid, Document document, PdfWriter pdf) {
        if (table.heading() == null) {
            return;
        }
        PdfPTable heading = cells.grid(10, 1);
        heading.addCell(cells.text(table.heading(), Lettering.HEADING, cells.bare()));
        float needed = heading.spacingBefore() + grid.spacingBefore();
        for (PdfPTable part : List.of(heading, grid)) {
            part.setTotalWidth(document.right() - document.left());
            needed += part.getTotalHeight();
        }
        if (pdf.getVerticalPosition(false) - needed < document.bottom()) {
            document.newPage();
        }
        document.add(heading);
    }

    private static float[] widths(List<Column> columns) {
        float[] widths = new float[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(1, columns.get(i).weight());
        }
        return widths;
    }

    /** How many rows the head has: one, or two with shared heads above. */
    private int heads(PdfPTable grid, List<Column> columns) {
        boolean shared = columns.stream().anyMatch(column -> column.group() != null);
        if (shared) {
            for (int at = 0; at < columns.size(); ) {
                String group = columns.get(at).group();
                int from = at;
                while (at < columns.size() && Objects.equals(columns.get(at).group(), group)) {
                    at++;
                }
                PdfPCell cell = cells.head(group, false);
                cell.setColspan(at - from);
                grid.addCell(cell);
            }
        }
        columns.forEach(column -> grid.addCell(cells.head(column.label(), column.isNumber())));
        return shared ? 2 : 1;
    }

    private void row(PdfPTable grid, List<Column> columns, List<String> row, boolean foot) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            PdfPCell cell = cells.ruled();
            String text = i < row.size() && !column.isTick() && !column.isHand() ? row.get(i) : null;
            if (column.isTick() && !foot) {
                cell.setCellEvent(PdfTables::box);
            }
            cells.text(text, foot ? Lettering.STRONG : Lettering.PLAIN, cell);
            if (column.isNumber()) {
                // In a cell that is read from the right the sides are the other way round.
                boolean turned = cell.getRunDirection() == PdfWriter.RUN_DIRECTION_RTL;
                cell.setHorizontalAlignment(turned ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
            }
            grid.addCell(cell);
        }
    }

    private static void box(PdfPCell cell, Rectangle at, PdfContentByte[] layers) {
        PdfContentByte pen = layers[PdfPTable.LINECANVAS];
        pen.saveState();
        pen.setLineWidth(0.8f);
        pen.rectangle(at.getLeft() + 3, at.getTop() - TICK - 3, TICK, TICK);
        pen.stroke();
        pen.restoreState();
    }

    /** Who signs stands at the left, and what they write above. */
    PdfPTable signatures(List<Signature> run) {
        List<Fact> fields = run.get(0).fields();
        float[] widths = new float[fields.size() + 1];
        Arrays.fill(widths, 1);
        PdfPTable grid = cells.grid(12, widths);
        grid.setKeepTogether(true);
        grid.addCell(cells.head("", false));
        fields.forEach(field -> grid.addCell(cells.head(field.label(), false)));
        for (Signature signature : run) {
            PdfPCell who = cells.head(signature.heading(), false);
            who.setMinimumHeight(24);
            grid.addCell(who);
            signature.fields().forEach(field -> grid.addCell(cells.text(field.value(), Lettering.PLAIN, cells.ruled())));
        }
        return grid;
    }
}
