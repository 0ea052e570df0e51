package org.kindtrail.kernel;

/**
 * What a code stands on; its letter begins the code, so that a code read out by telephone says what it is. Only letters
 * of the Crockford alphabet are used (no I, L, O, U).
 */
public enum CodeKind {
    ALLOCATION('A', false),
    BAG('B', false),
    DONATION('D', false),
    DELIVERY('E', false),
    /** A photograph or a story. */
    PICTURE('F', false),
    DONOR('G', false),
    ORGANISATION('H', false),
    /** Goods put from one place of the house to another. */
    MOVE('M', false),
    NEED('N', false),
    PLACE('P', false),
    RECIPIENT('R', false),
    SORTING('S', false),
    DRIVE('V', false),
    DISPATCH('W', false),
    THANKS('Y', false),
    /** A key: what a donor holds to follow one donation without a sign-in. */
    TRACKING('T', true),
    /** A key: what a receiver holds to confirm one dispatch without a sign-in. */
    CONFIRMATION('K', true),
    /** A key: what a donor holds to see, correct and erase what is held about them. */
    MY_DATA('X', true);

    private final char letter;
    private final boolean key;

    CodeKind(char letter, boolean key) {
        this.letter = letter;
        this.key = key;
    }

    public char letter() {
        return letter;
    }

    /** Whether it opens something by itself; keys are long, and only their hash is kept. */
    public boolean isKey() {
        return key;
    }

    /** Random characters of a code: 7 (35 bits) for what needs a sign-in, 14 (70 bits) for keys. */
    int randomLength() {
        return key ? 14 : 7;
    }

    static CodeKind of(char letter) {
        for (CodeKind kind : values()) {
            if (kind.letter == letter) {
                return kind;
            }
        }
        return null;
    }
}
