package org.kindtrail.paper;

/**
 * Something said at the head of a document, or a field of a signature.
 *
 * @param label in the reader's language
 * @param value what is known, lines divided by a line feed; null or empty: a line to write on
 */
public record Fact(String label, String value) {
    /** Whether it is for a pen. */
    public boolean isBlank() {
        return value == null || value.isBlank();
    }
}
