package org.kindtrail.recipient;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is kept sealed of a recipient. */
public enum SealedField {
    @JsonProperty("trueName")
    TRUE_NAME("trueName"),
    @JsonProperty("address")
    ADDRESS("address"),
    @JsonProperty("telephone")
    TELEPHONE("telephone"),
    @JsonProperty("directions")
    DIRECTIONS("directions");

    private final String word;

    SealedField(String word) {
        this.word = word;
    }

    /** Its name in the seal, in forms and in the API. */
    public String word() {
        return word;
    }

    /** The key of what people call it. */
    public String wordsKey() {
        return "recipient_sealed_" + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The tick in a form that takes it away. */
    public String removeName() {
        return "remove." + word;
    }

    static SealedField of(String word) {
        for (SealedField field : values()) {
            if (field.word.equals(word)) {
                return field;
            }
        }
        throw new IllegalArgumentException("Nothing of a recipient is sealed as " + word);
    }
}
