package org.kindtrail.kernel;

import java.util.Optional;

/**
 * A Global Trade Item Number, what the barcode of a new thing says: 8, 12, 13 or 14 digits, of which the last is a check digit
 * (GS1 General Specifications, 7.9). All are kept with 14 digits, zeros in front, so that one thing has one number.
 *
 * @param digits 14 of them
 */
public record Gtin(String digits) {
    private static final int LENGTH = 14;

    /** What was typed or scanned, spaces and dashes left out; empty when it is no such number. */
    public static Optional<Gtin> read(String typed) {
        String plain = typed == null ? "" : typed.replaceAll("[\\s\\u00a0-]", "");
        if (!plain.matches("[0-9]{8}|[0-9]{12,14}")) {
            return Optional.empty();
        }
        String whole = "0".repeat(LENGTH - plain.length()) + plain;
        return check(whole) == whole.charAt(LENGTH - 1) - '0' && !whole.matches("0+")
                ? Optional.of(new Gtin(whole))
                : Optional.empty();
    }

    /** Whether somebody meant to write one: nothing but digits, as many as one has. */
    public static boolean looksLike(String typed) {
        return typed != null && typed.replaceAll("[\\s\\u00a0-]", "").matches("[0-9]{8}|[0-9]{12,14}");
    }

    /** From the right, digits count three times and once in turn; the check digit makes it a multiple of ten. */
    private static int check(String whole) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (whole.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }

    /** As it is printed beneath the bars: without the zeros in front that fill it up, never shorter than 8 digits. */
    public String printed() {
        if (digits.startsWith("000000")) {
            return digits.substring(6);
        }
        return digits.startsWith("00") ? digits.substring(2) : digits.startsWith("0") ? digits.substring(1) : digits;
    }
}
