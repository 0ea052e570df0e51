package org.kindtrail.paper;

/**
 * A column of a table.
 *
 * @param label its head
 * @param kind what stands in it
 * @param weight its width in proportion to the others, 1 or more
 * @param group what stands above it and its neighbours of the same group; null: nothing
 */
public record Column(String label, Kind kind, int weight, String group) {
    /** What a cell holds. */
    public enum Kind {
        TEXT,
        /** Figures, set to the right. */
        NUMBER,
        /** A small box to tick; what the row says is not shown. */
        TICK,
        /** Room for a pen; what the row says is not shown. */
        HAND
    }

    public static Column text(String label, int weight) {
        return new Column(label, Kind.TEXT, weight, null);
    }

    public static Column number(String label, int weight) {
        return new Column(label, Kind.NUMBER, weight, null);
    }

    public static Column tick(String label) {
        return new Column(label, Kind.TICK, 1, null);
    }

    public static Column hand(String label, int weight) {
        return new Column(label, Kind.HAND, weight, null);
    }

    /** The same column under a head that it shares with its neighbours. */
    public Column under(String sharedHead) {
        return new Column(label, kind, weight, sharedHead);
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    public boolean isTick() {
        return kind == Kind.TICK;
    }

    public boolean isHand() {
        return kind == Kind.HAND;
    }
}
