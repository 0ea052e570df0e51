package org.kindtrail.guide;

import java.util.List;

/**
 * A guide as it is read.
 *
 * @param name as in addresses
 * @param language which it is written in; another than the reader's where it is not translated
 * @param html its text, made from Markdown; markup in it is shown as typed
 * @param parts its headings, in their order
 */
public record Guide(String name, String language, String title, String html, List<Part> parts) {
    /**
     * A heading, or the bold words that a paragraph begins with.
     *
     * @param id its anchor, the same in every language
     * @param deep whether it stands beneath another
     */
    public record Part(String id, String words, boolean deep) {}
}
