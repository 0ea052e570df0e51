package org.kindtrail.paper;

/**
 * Whose document it is, and how it is set.
 *
 * @param logo PNG; null: none
 * @param language of its words
 * @param letterFormat US Letter in place of A4
 * @param noLines what stands in a table without rows
 */
record Letterhead(String organisation, byte[] logo, String language, boolean letterFormat, String noLines) {}
