package org.kindtrail.paper;

import java.util.List;
import org.kindtrail.web.QrCode;

/**
 * A sheet for the wall, in large letters, of one page. Texts of people go in as they are; nothing sealed belongs on one.
 *
 * @param name as its page and file are named
 * @param lead below the title: whose it is, and when
 * @param about a short text; null: none
 * @param heading above the lines; null: there are none
 * @param address what its QR code opens, absolute; printed beside it
 * @param scan what the QR code is for, in words
 */
public record Poster(
        String name, String title, String lead, String about, String heading, List<String> lines, String address, String scan) {
    /** For its page. */
    public String qr() {
        return QrCode.svg(address, scan);
    }
}
