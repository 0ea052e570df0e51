package org.kindtrail.seal;

/**
 * Whose texts they are: the row that they belong to. A sealed text opens for its owner only.
 *
 * @param kind what the owner is: {@code recipient}, {@code donor}, {@code person}
 * @param id its number
 * @param organisation the number of the organisation that keeps it
 */
public record SealOwner(String kind, Long id, Long organisation) {
    /** What is bound into the encryption, so that a text moved to another row, field or organisation does not open. */
    byte[] identity(String field) {
        String all = "kindtrail|" + organisation + "|" + kind + "|" + id + "|" + field;
        return all.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
