package org.kindtrail.kernel;

/**
 * What a code stands on; its letters begin the code, so that a code read out by telephone says what it is. Only letters
 * of the Crockford alphabet are used (no I, L, O, U).
 */
public enum CodeKind {
    ALLOCATION("A", false),
    BAG("B", false),
    DONATION("D", false),
    DELIVERY("E", false),
    /** A photograph or a story. */
    PICTURE("F", false),
    DONOR("G", false),
    ORGANISATION("H", false),
    /** Goods put from one place of the house to another. */
    MOVE("M", false),
    NEED("N", false),
    PLACE("P", false),
    RECIPIENT("R", false),
    SORTING("S", false),
    DRIVE("V", false),
    DISPATCH("W", false),
    THANKS("Y", false),
    /** Goods or money that changed shape in a workshop: a kit packed or opened, cards refurbished, a lot graded anew. */
    WORK("WK", false),
    /** The recipe of a kit. */
    KIT("KT", false),
    SALE("SA", false),
    /** Takings that were counted at the end of a sale. */
    TAKINGS("TK", false),
    /** Goods passed on to another charity. */
    PASS_ON("PN", false),
    FUND("FN", false),
    PURCHASE("PC", false),
    /** Money that a supplier gave back. */
    REFUND("RF", false),
    PAY_OUT("PY", false),
    /** Money that went from one fund to another. */
    TRANSFER("TR", false),
    EXCHANGE("EX", false),
    /** A box, a pallet or a freight container: what has a code of its own and stands in another place. */
    CONTAINER("C", false),
    /** Goods set apart: a hold. */
    HOLD("HD", false),
    STOCKTAKE("ST", false),
    /** Goods let go or lost, with the reason; the loss and damage report. */
    WRITE_OFF("WF", false),
    SHIPMENT("SH", false),
    /** What was counted when a shipment was received: a goods received note. */
    RECEIPT("GR", false),
    /** The paper that goes with one leg of a shipment. */
    WAYBILL("WB", false),
    /** An organisation without an account, as the house knows it. */
    PARTNER("PA", false),
    /** A funded undertaking. */
    PROGRAMME("PR", false),
    /** A plan that proposes what is promised to which needs: of matching. */
    PLAN("MP", false),
    /** A need passed to another organisation. */
    REFERRAL("RR", false),
    /** Dispatches that one vehicle brings on one day. */
    ROUND("RD", false),
    /** An hour at which goods are handed over at a site. */
    APPOINTMENT("AP", false),
    /** What somebody brought in from a spreadsheet. */
    IMPORT("MX", false),
    /** A report that was issued and is frozen. */
    REPORT("RP", false),
    /** A sheet of paper on which a drive writes down by hand what comes in. */
    INTAKE_SHEET("DS", false),
    /** What is wanted, published; it stands in a public address and opens nothing else. */
    WISH_LIST("WS", false),
    /** A key: what a donor holds to follow one donation without a sign-in. */
    TRACKING("T", true),
    /** A key: what a receiver holds to confirm one dispatch without a sign-in. */
    CONFIRMATION("K", true),
    /** A key: what a receiver without an account holds to confirm one shipment. */
    HANDOVER("Z", true),
    /** A key: what a donor holds to see, correct and erase what is held about them. */
    MY_DATA("X", true),
    /** A key: the link by which somebody of a recipient comes in without a password. */
    PARTNER_LINK("Q", true),
    /** A key: the private address of a calendar feed. */
    FEED("J", true);

    private final String letters;
    private final boolean key;

    CodeKind(String letters, boolean key) {
        this.letters = letters;
        this.key = key;
    }

    /** One letter or two: a code with two is one character longer, so that none can be taken for the other. */
    public String letters() {
        return letters;
    }

    /** Whether it opens something by itself; keys are long, and only their hash is kept. */
    public boolean isKey() {
        return key;
    }

    /** Random characters of a code: 7 (35 bits) for what needs a sign-in, 14 (70 bits) for keys. */
    int randomLength() {
        return key ? 14 : 7;
    }

    /** The kind of a code without its dashes; null when none has such letters and such a length. */
    static CodeKind of(String plain) {
        for (CodeKind kind : values()) {
            if (plain.length() == kind.length() && plain.startsWith(kind.letters)) {
                return kind;
            }
        }
        return null;
    }

    /** Of all characters, the letters of the kind and the check symbol included. */
    private int length() {
        return letters.length() + randomLength() + 1;
    }
}
