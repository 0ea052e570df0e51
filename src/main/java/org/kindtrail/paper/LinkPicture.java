package org.kindtrail.paper;

import java.util.List;

/**
 * The picture that stands beside a link where people send it to each other, 1200 by 630 pixels, in words of the reader's
 * language. Equal pictures are drawn once.
 *
 * @param whose above the title
 * @param sentences what is told, as many as there is room for
 * @param wanted one sentence; null: none
 * @param foot at the bottom
 * @param parts of a bar, from left to right; empty: there is none
 */
public record LinkPicture(
        String title, String whose, List<String> sentences, String wanted, String foot, List<Part> parts) {
    /** How a part of the bar looks. */
    public enum Look {
        GOOD,
        DEEP,
        PALE
    }

    /** A part of the bar, as wide as its share of all amounts. */
    public record Part(Look look, long amount) {}
}
