package org.kindtrail.account;

import java.util.List;

/** What a room wants to say on the start page of whoever is signed in; this room does not know which rooms do. */
public interface HomeNotices {
    /**
     * A sentence on the start page.
     *
     * @param words in the reader's language
     * @param href where it leads
     */
    record Notice(String words, String href) {}

    /** What is worth saying now; empty when nothing is. */
    List<Notice> notices();

    /** What a stranger reads on the page that welcomes them; empty when nothing is. */
    default List<Notice> forStrangers() {
        return List.of();
    }
}
