package org.kindtrail.report;

import java.util.List;

/**
 * Bars as they are drawn: numbers of an SVG's view box, 360 wide, so that it can be read on a telephone.
 *
 * @param title what it shows
 * @param described what is to be seen in it, in words
 * @param legend what which colour is
 */
record Chart(String id, String title, String described, int height, List<Bar> bars, List<Label> labels, List<Key> legend) {
    static final int WIDTH = 360;

    /** @param look the class of its colour @param says read aloud, and shown where something points at it */
    record Bar(int x, int y, int width, int height, String look, String says) {}

    /** @param anchor start, middle or end */
    record Label(int x, int y, String anchor, String words) {}

    /** A colour of the legend. */
    record Key(String look, String words) {}
}
