package org.kindtrail.paper;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.kindtrail.web.QrCode;

/**
 * A document as its page shows it: with the rows read, as many as a page may have.
 *
 * @param more there are rows that the page does not show
 */
record PaperPage(Paper paper, List<Shown> tables, boolean more) {
    /** Beyond it a page is no longer read but searched: the PDF has all. */
    static final int MOST_ROWS = 1_000;

    /** A shared head over some columns. */
    record Group(String label, int columns) {}

    /** A table with its rows. */
    record Shown(Table table, List<Group> groups, List<List<Cell>> rows, List<Cell> foot) {}

    /** A cell and the column it is in. */
    record Cell(Column column, String text) {}

    static PaperPage of(Paper paper) {
        List<Shown> tables = new ArrayList<>();
        boolean more = false;
        for (Table table : paper.tables()) {
            List<List<Cell>> rows = new ArrayList<>();
            Iterator<List<String>> all = table.rows().iterator();
            while (rows.size() < MOST_ROWS && all.hasNext()) {
                rows.add(cells(table, all.next()));
            }
            boolean some = all.hasNext();
            more |= some;
            List<Cell> foot = table.foot() == null || some ? null : cells(table, table.foot());
            tables.add(new Shown(table, groups(table.columns()), rows, foot));
        }
        return new PaperPage(paper, tables, more);
    }

    private static List<Cell> cells(Table table, List<String> row) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            cells.add(new Cell(table.columns().get(i), i < row.size() ? row.get(i) : null));
        }
        return cells;
    }

    private static List<Group> groups(List<Column> columns) {
        List<Group> groups = new ArrayList<>();
        if (columns.stream().allMatch(column -> column.group() == null)) {
            return groups;
        }
        for (Column column : columns) {
            Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last != null && Objects.equals(last.label(), column.group())) {
                groups.set(groups.size() - 1, new Group(last.label(), last.columns() + 1));
            } else {
                groups.add(new Group(column.group(), 1));
            }
        }
        return groups;
    }

    public int mostRows() {
        return MOST_ROWS;
    }

    public List<Paper.Choice> choices() {
        return paper.choices();
    }

    public Paper.Period period() {
        return paper.period();
    }

    public List<Fact> leftFacts() {
        return paper.facts().subList(0, (paper.facts().size() + 1) / 2);
    }

    public List<Fact> rightFacts() {
        return paper.facts().subList((paper.facts().size() + 1) / 2, paper.facts().size());
    }

    public List<List<Signature>> signatures() {
        return Signature.together(paper.signatures());
    }

    /** The QR code at the head as SVG. */
    public String scan() {
        return paper.scan() == null ? null : QrCode.svg(paper.scan(), paper.name());
    }

    public String qr(Box box) {
        return box.address() == null ? null : QrCode.svg(box.address(), box.leadsTo());
    }
}
