package org.kindtrail.paper;

import java.util.List;

/**
 * A framed part below everything, such as how a receipt is confirmed.
 *
 * @param lines sentences
 * @param big a code set in large letters; null: none
 * @param address what its QR code opens; null: none
 * @param leadsTo in words, for those who do not see the QR code
 */
public record Box(String heading, List<String> lines, String big, String address, String leadsTo) {}
