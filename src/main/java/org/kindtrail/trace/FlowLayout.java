package org.kindtrail.trace;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kindtrail.stock.Shares;

/**
 * Lays a flow diagram out: boxes in columns, as high as what flows through them, and bands between them, as wide at either
 * end as their part of the box there. All lengths are whole tenths of a pixel. What lies beside each other never overlaps,
 * and the order is the one in which boxes were named.
 */
final class FlowLayout {
    /** Between the left edges of two columns, in pixels. */
    static final int COLUMN = 124;
    /** How wide a box is, in pixels. */
    static final int BOX = 12;
    /** How high the fullest column is without its gaps, in pixels. */
    static final int HEIGHT = 200;
    /** What a box needs for its two lines of words, and the gap beneath, in pixels. */
    private static final int WORDS = 30;

    private static final int GAP = 8;
    private static final int FINE = 10;

    /** Something through which something flows; columns count from 0. */
    record Box(String id, int column) {}

    /** What flows from a box to one in a column further right; the size is relative, at least 1. */
    record Band(String from, String to, long size) {}

    /** Where a box is, in tenths of a pixel. */
    record Placed(Box box, int x, int y, int height) {}

    /** Where a band begins and ends, in tenths of a pixel. */
    record Drawn(Band band, int x, int y, int width, int toX, int toY, int toWidth) {
        /** The outline: two curves and two straight ends. */
        String path() {
            int middle = (x + toX) / 2;
            return "M" + px(x) + " " + px(y) + "C" + px(middle) + " " + px(y) + " " + px(middle) + " " + px(toY) + " "
                    + px(toX) + " " + px(toY) + "v" + px(toWidth) + "C" + px(middle) + " " + px(toY + toWidth) + " "
                    + px(middle) + " " + px(y + width) + " " + px(x) + " " + px(y + width) + "z";
        }
    }

    private final List<Box> boxes;
    private final List<Band> bands;
    private final Map<String, Placed> placed = new HashMap<>();
    private final List<Drawn> drawn = new ArrayList<>();
    private int height;
    private int columns;

    FlowLayout(List<Box> boxes, List<Band> bands) {
        this.boxes = boxes;
        this.bands = bands;
        place();
        draw();
    }

    private long in(Box box) {
        return bands.stream().filter(band -> band.to().equals(box.id())).mapToLong(Band::size).sum();
    }

    private long out(Box box) {
        return bands.stream().filter(band -> band.from().equals(box.id())).mapToLong(Band::size).sum();
    }

    private long size(Box box) {
        return Math.max(in(box), out(box));
    }

    private void place() {
        TreeMap<Integer, List<Box>> byColumn = new TreeMap<>();
        boxes.forEach(box -> byColumn.computeIfAbsent(box.column(), each -> new ArrayList<>()).add(box));
        long fullest = byColumn.values().stream()
                .mapToLong(column -> column.stream().mapToLong(this::size).sum())
                .max()
                .orElse(1);
        int x = 0;
        for (List<Box> column : byColumn.values()) {
            int y = 0;
            for (Box box : column) {
                int high = (int) Math.max(FINE * 2L, size(box) * HEIGHT * FINE / Math.max(1, fullest));
                placed.put(box.id(), new Placed(box, x, y, high));
                y += Math.max(high, WORDS * FINE) + GAP * FINE;
            }
            height = Math.max(height, y);
            x += COLUMN * FINE;
        }
        columns = byColumn.size();
    }

    private void draw() {
        Map<Band, int[]> starts = ends(true);
        Map<Band, int[]> stops = ends(false);
        for (Band band : bands) {
            int[] start = starts.get(band);
            int[] stop = stops.get(band);
            drawn.add(new Drawn(
                    band,
                    placed.get(band.from()).x() + BOX * FINE,
                    start[0],
                    start[1],
                    placed.get(band.to()).x(),
                    stop[0],
                    stop[1]));
        }
    }

    /** Where the bands touch their boxes: beneath each other in the order of the boxes at their other ends. */
    private Map<Band, int[]> ends(boolean leaving) {
        Map<Band, int[]> ends = new HashMap<>();
        for (Box box : boxes) {
            List<Band> here = bands.stream()
                    .filter(band -> (leaving ? band.from() : band.to()).equals(box.id()))
                    .sorted(Comparator.comparingInt(band -> placed.get(leaving ? band.to() : band.from()).y()))
                    .toList();
            if (here.isEmpty()) {
                continue;
            }
            Placed at = placed.get(box.id());
            long flows = here.stream().mapToLong(Band::size).sum();
            long full = at.height() * flows / Math.max(flows, size(box));
            long[] widths = Shares.divide(
                    full, here.stream().map(band -> BigInteger.valueOf(band.size())).toList());
            int y = at.y();
            for (int i = 0; i < widths.length; i++) {
                ends.put(here.get(i), new int[] {y, (int) widths[i]});
                y += (int) widths[i];
            }
        }
        return ends;
    }

    /** In the order in which they were named. */
    List<Placed> boxes() {
        return boxes.stream().map(box -> placed.get(box.id())).toList();
    }

    List<Drawn> bands() {
        return drawn;
    }

    /** In pixels; the words of the last column stand beside it. */
    int width() {
        return columns * COLUMN;
    }

    /** In pixels. */
    int height() {
        return height / FINE;
    }

    /** Tenths of a pixel as pixels. */
    static String px(int tenths) {
        return tenths % FINE == 0 ? String.valueOf(tenths / FINE) : tenths / FINE + "." + tenths % FINE;
    }
}
