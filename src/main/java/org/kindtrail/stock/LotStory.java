package org.kindtrail.stock;

import java.time.Instant;
import java.util.List;

/**
 * A lot's page: what it is, where it is, and its way.
 *
 * @param name what it is, in words
 * @param quantity what there was of it, in words
 * @param past whether its last day of use is over
 * @param recordedBy who wrote it down; null when not a person
 */
record LotStory(
        LotView lot,
        String name,
        String quantity,
        boolean past,
        String recordedBy,
        List<Held> holds,
        List<Step> way,
        Relatives madeOf,
        Relatives became) {

    /** Some of it is set apart, by a hold or a proposed write-off. */
    record Held(String hold, String quantity, String place) {
        /** The page of what sets it apart. */
        public String href() {
            return DocumentPage.of(hold);
        }
    }

    /** A movement in words; {@code href} leads to its document, null where it has no page. */
    record Step(
            Reason reason,
            String quantity,
            String from,
            String to,
            String document,
            String href,
            String why,
            String by,
            Instant at,
            boolean reversal,
            boolean reversed) {
        public String reasonKey() {
            return "stock_reason_" + reason.word();
        }

        /** Whether it can be taken back from this page. */
        public boolean undoable() {
            return (reason == Reason.PUT_AWAY || reason == Reason.PACKED || reason == Reason.UNPACKED) && !reversed;
        }
    }

    /** A lot that it was made of, or that was made of it. */
    record Relative(String lot, String words, boolean reversed) {}

    /** Lots on one side of it; {@code more}: there are others that are not listed. */
    record Relatives(List<Relative> lots, boolean more) {}

    /** Whether it may be kits that were packed here; the workshop knows. */
    public boolean perhapsKits() {
        return lot.unit().equals("set")
                && way.stream().anyMatch(step -> step.reason() == Reason.KIT || step.reason() == Reason.GRADED);
    }

    /** Where it lies in the house with something that is not promised. */
    List<BalanceView> free() {
        return lot.places().stream().filter(there -> there.available() > 0).toList();
    }
}
