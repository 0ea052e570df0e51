package org.kindtrail.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Draws bars: whole numbers only, the longest fills the place that there is. */
final class Charts {
    private static final int LABELS = 118;
    private static final int FIGURES = 52;
    private static final int ROW = 24;
    private static final int HALF = 80;
    private static final int FOOT = 18;
    private static final int LEFT = 46;

    private Charts() {}

    /** A row of a chart of lying bars. */
    record Row(String words, long number) {}

    /** What came in above the line, what went out below it; the first of each nearest to the line. */
    record Column(String words, List<Part> in, List<Part> out) {}

    /** A part of a column. */
    record Part(String look, String words, long number) {}

    /** Bars from left to right, one below the other; at least one row. */
    static Chart lying(String id, String title, String described, String look, List<Row> rows, LongFunction<String> figure) {
        long most = rows.stream().mapToLong(Row::number).max().orElse(0);
        List<Chart.Bar> bars = new ArrayList<>();
        List<Chart.Label> labels = new ArrayList<>();
        int y = 4;
        for (Row row : rows) {
            int width = scaled(row.number(), most, Chart.WIDTH - LABELS - FIGURES);
            labels.add(new Chart.Label(LABELS - 6, y + 14, "end", shortened(row.words())));
            bars.add(new Chart.Bar(LABELS, y, width, ROW - 6, look, row.words() + ": " + figure.apply(row.number())));
            labels.add(new Chart.Label(LABELS + width + 4, y + 14, "start", figure.apply(row.number())));
            y += ROW;
        }
        return new Chart(id, title, described, y, bars, labels, List.of());
    }

    private static String shortened(String words) {
        return words.length() <= 19 ? words : words.substring(0, 18) + "…";
    }

    /** Standing bars around a line. */
    static Chart standing(
            String id, String title, String described, List<Column> columns, List<Chart.Key> legend, LongFunction<String> figure) {
        long most = columns.stream()
                .mapToLong(column -> Math.max(sum(column.in()), sum(column.out())))
                .max()
                .orElse(0);
        List<Chart.Bar> bars = new ArrayList<>();
        List<Chart.Label> labels = new ArrayList<>();
        labels.add(new Chart.Label(LEFT - 4, 12, "end", figure.apply(most)));
        labels.add(new Chart.Label(LEFT - 4, HALF + 4, "end", figure.apply(0)));
        labels.add(new Chart.Label(LEFT - 4, 2 * HALF, "end", figure.apply(most)));
        int step = Math.max(1, Math.min(48, (Chart.WIDTH - LEFT) / Math.max(1, columns.size())));
        int every = (columns.size() * 44 + (Chart.WIDTH - LEFT) - 1) / (Chart.WIDTH - LEFT);
        int x = LEFT;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            int wide = Math.max(1, step * 3 / 4);
            int up = HALF;
            for (Part part : column.in()) {
                int high = scaled(part.number(), most, HALF - 4);
                up -= high;
                bars.add(new Chart.Bar(x, up, wide, high, part.look(), says(column, part, figure)));
            }
            int down = HALF + 1;
            for (Part part : column.out()) {
                int high = scaled(part.number(), most, HALF - 4);
                bars.add(new Chart.Bar(x, down, wide, high, part.look(), says(column, part, figure)));
                down += high;
            }
            if (every <= 1 || i % every == 0) {
                labels.add(new Chart.Label(x + wide / 2, 2 * HALF + FOOT - 4, "middle", column.words()));
            }
            x += step;
        }
        bars.add(new Chart.Bar(LEFT, HALF, Chart.WIDTH - LEFT, 1, "line", ""));
        return new Chart(id, title, described, 2 * HALF + FOOT, bars, labels, legend);
    }

    private static String says(Column column, Part part, LongFunction<String> figure) {
        return column.words() + ", " + part.words() + ": " + figure.apply(part.number());
    }

    private static long sum(List<Part> parts) {
        return parts.stream().mapToLong(part -> Math.max(0, part.number())).sum();
    }

    /** Something is seen as something, and nothing as nothing; what was taken back more than it came is nothing. */
    private static int scaled(long number, long most, int room) {
        if (number <= 0 || most <= 0) {
            return 0;
        }
        return (int) Math.max(1, java.math.BigInteger.valueOf(number)
                .multiply(java.math.BigInteger.valueOf(room))
                .divide(java.math.BigInteger.valueOf(most))
                .longValue());
    }
}
