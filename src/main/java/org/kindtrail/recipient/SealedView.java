package org.kindtrail.recipient;

import java.util.List;
import org.kindtrail.account.OpeningView;

/**
 * About what is sealed of a recipient: nothing of it is opened here.
 *
 * @param kept which details there are
 * @param openings who opened them, newest first; null for who may not see that
 */
public record SealedView(String code, String alias, List<SealedField> kept, List<OpeningView> openings) {
    public boolean keeps(SealedField field) {
        return kept.contains(field);
    }
}
