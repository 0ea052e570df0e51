package org.kindtrail.sheet;

/**
 * What somebody says of a file, where the guess was wrong; what is null is guessed.
 *
 * @param sheet the name of a sheet of a workbook
 */
public record Wish(Encoding encoding, Separator separator, String sheet) {
    public static final Wish NONE = new Wish(null, null, null);
}
