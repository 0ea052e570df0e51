package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.kindtrail.account.History;

/**
 * Closes needs of which everything has arrived, and opens those again whose delivery is taken back. Whoever calls it has the
 * need locked, and has counted what arrived or went; the history of the need says what came of it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class MetNeeds {
    private final History history;
    private final Today today;

    MetNeeds(History history, Today today) {
        this.history = history;
        this.today = today;
    }

    /** Goods arrived for it, or what was promised or on its way came back: it closes when all of every line has arrived. */
    public void look(Need need) {
        if (need.closeIfMet()) {
            history.note(need.getCode(), "need_met", null, null);
        }
    }

    /** A delivery was taken back: it opens again, unless somebody closed it or it is met all the same. */
    public void deliveryTakenBack(Need need) {
        if (need.openIfNotMet(today.day())) {
            history.note(need.getCode(), "need_not_met", null, null);
        }
    }
}
