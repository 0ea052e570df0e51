package org.kindtrail.paper;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kindtrail.kernel.Unreadable;

/** A sheet of labels as its maker cuts it, or one label of a roll; all lengths in millimetres. */
public enum LabelSheet {
    L7160("l7160", 210, 297, 3, 7, 64.0, 38.1, 7.5, 15.5, 66.0, 38.1),
    L7163("l7163", 210, 297, 2, 7, 99.1, 38.1, 3.4, 15.2, 103.0, 38.1),
    L7165("l7165", 210, 297, 2, 4, 99.1, 67.7, 4.7, 13.0, 101.6, 67.7),
    L4732("l4732", 210, 297, 5, 16, 35.6, 16.9, 11.0, 13.0, 38.1, 16.9),
    US5160("5160", 215.9, 279.4, 3, 10, 66.675, 25.4, 3.9624, 12.7, 70.6374, 25.4),
    US5163("5163", 215.9, 279.4, 2, 5, 101.6, 50.8, 4.1402, 12.7, 106.3752, 50.8),
    /** Two on a page of A4, for boxes. */
    HALF("half", 210, 297, 1, 2, 210, 148.5, 0, 0, 210, 148.5),
    /** One label on each page, for a printer that has a roll. */
    ROLL("roll", 100, 50, 1, 1, 100, 50, 0, 0, 100, 50);

    private final String word;
    private final double pageWidth;
    private final double pageHeight;
    private final int columns;
    private final int rows;
    private final double width;
    private final double height;
    private final double left;
    private final double top;
    private final double across;
    private final double down;

    LabelSheet(
            String word,
            double pageWidth,
            double pageHeight,
            int columns,
            int rows,
            double width,
            double height,
            double left,
            double top,
            double across,
            double down) {
        this.word = word;
        this.pageWidth = pageWidth;
        this.pageHeight = pageHeight;
        this.columns = columns;
        this.rows = rows;
        this.width = width;
        this.height = height;
        this.left = left;
        this.top = top;
        this.across = across;
        this.down = down;
    }

    /** Where a label lies: its upper left corner, from the upper left corner of the page. */
    public record Spot(double left, double top) {}

    /**
     * The sheet that is named.
     *
     * @throws Unreadable when there is none of that name
     */
    public static LabelSheet read(String typed) {
        return Arrays.stream(values())
                .filter(sheet -> sheet.word.equalsIgnoreCase(Optional.ofNullable(typed).orElse("").strip()))
                .findFirst()
                .orElseThrow(() -> new Unreadable(
                        "sheet", "error_paper_sheet", Map.of("given", typed == null ? "" : typed, "sheets", names())));
    }

    private static String names() {
        return Arrays.stream(values()).map(LabelSheet::word).collect(Collectors.joining(", "));
    }

    /** @param number from 1: to the right, then down */
    public Spot spot(int number) {
        int place = number - 1;
        return new Spot(left + place % columns * across, top + place / columns * down);
    }

    /** How it is named in addresses and forms. */
    public String word() {
        return word;
    }

    /** The words that tell what it is. */
    public String wordsKey() {
        return "paper_sheet_" + word;
    }

    /** How many there are on a page. */
    public int labels() {
        return columns * rows;
    }

    public double pageWidth() {
        return pageWidth;
    }

    public double pageHeight() {
        return pageHeight;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    /** Whether there is room for a code only. */
    boolean isSmall() {
        return height < 20;
    }

    /** What stays white around, because no printer prints to the edge of a page and no knife cuts exactly. */
    double margin() {
        return this == HALF ? 12 : isSmall() ? 1 : this == ROLL ? 2.5 : 2;
    }
}
