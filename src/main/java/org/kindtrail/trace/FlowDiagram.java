package org.kindtrail.trace;

import java.util.List;

/**
 * A picture of what became of a drive's goods and money, and the same as rows.
 *
 * @param width in pixels
 * @param height in pixels
 * @param described what is to be seen, in words
 */
public record FlowDiagram(int width, int height, String described, List<Box> boxes, List<Band> bands, List<Row> rows) {
    /**
     * What something flows through.
     *
     * @param look the class of its colour
     * @param label what it is
     * @param amount how much
     */
    public record Box(String x, String y, String high, String wordsX, String wordsY, String amountY, String look, String label, String amount) {}

    /** What flows from one to the next; the title is read aloud. */
    public record Band(String path, String look, String title) {}

    /** The same in words. */
    public record Row(String from, String to, String amount) {}
}
