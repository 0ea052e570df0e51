package org.kindtrail.report;

import java.util.Locale;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Reason;

/** How goods and money come into what an organisation holds, and how they go out of it. Every movement over a boundary is one. */
enum Flow {
    RECEIVED(true),
    /** Out of bags that were opened, or looked at anew. */
    SORTED(true),
    BOUGHT(true),
    /** Packed into kits, taken out of them, or brought forth in a workshop. */
    MADE(true),
    FOUND(true),
    /** From another organisation, in containers that changed hands. */
    TAKEN_OVER(true),
    /** Money: by a sale. */
    EARNED(true),
    /** Money: given back by suppliers for what was returned to them. */
    REFUNDED(true),
    OTHER_IN(true),
    /** Arrived at recipients, fit for use. */
    DISTRIBUTED(false),
    SOLD(false),
    PASSED_ON(false),
    /** To another organisation, in containers that changed hands. */
    HANDED_ON(false),
    /** Bags that were opened, and what was looked at anew. */
    SORTED_OUT(false),
    /** In kits and in workshops. */
    USED(false),
    /** To a supplier. */
    RETURNED(false),
    LET_GO(false),
    LOST(false),
    /** Money: for what was bought. */
    SPENT(false),
    /** Money: to whom it was meant for. */
    PAID_OUT(false),
    OTHER_OUT(false);

    private final boolean in;

    Flow(boolean in) {
        this.in = in;
    }

    boolean isIn() {
        return in;
    }

    /** As it stands in data and words. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String wordsKey() {
        return "report_flow_" + word();
    }

    /** The key of the short word over a narrow column. */
    String headKey() {
        return "report_head_" + word();
    }

    /** What comes out of a boundary. */
    static Flow from(long boundary, Reason reason) {
        if (boundary == Place.DONATED) {
            return RECEIVED;
        }
        if (boundary == Place.FOUND) {
            return FOUND;
        }
        return boundary != Place.CONVERTED
                ? OTHER_IN
                : switch (reason) {
                    case SORTED, GRADED -> SORTED;
                    case BOUGHT -> BOUGHT;
                    case KIT, WORKSHOP -> MADE;
                    case SOLD -> EARNED;
                    case REFUNDED -> REFUNDED;
                    default -> OTHER_IN;
                };
    }

    /** What goes into a boundary. */
    static Flow to(long boundary, Reason reason) {
        if (boundary == Place.DELIVERED) {
            return DISTRIBUTED;
        }
        if (boundary == Place.LET_GO) {
            return LET_GO;
        }
        if (boundary == Place.LOST) {
            return LOST;
        }
        if (boundary == Place.PASSED_ON) {
            return PASSED_ON;
        }
        if (boundary == Place.PAID_OUT) {
            return PAID_OUT;
        }
        return boundary != Place.CONVERTED
                ? OTHER_OUT
                : switch (reason) {
                    case SORTED, GRADED -> SORTED_OUT;
                    case SOLD -> SOLD;
                    case KIT, WORKSHOP -> USED;
                    case REFUNDED -> RETURNED;
                    case BOUGHT -> SPENT;
                    default -> OTHER_OUT;
                };
    }
}
