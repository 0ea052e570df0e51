package org.kindtrail.dispatch;

/** What the form of an arrival shows of one line: what was sent, beside the fields for what was counted. */
public record CountField(int line, String what, String quantityKey, long quantity) {
    static CountField of(DispatchLineView line) {
        return new CountField(line.line(), line.what(), line.quantityKey(), line.quantity());
    }

    public String receivedName(int index) {
        return ArrivalForm.received(index);
    }

    public String damagedName(int index) {
        return ArrivalForm.damaged(index);
    }
}
