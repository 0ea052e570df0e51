package org.kindtrail.programme;

import java.util.List;

/** How far it came with what programmes are to reach; the room that counts it says it, and this room does not know which that is. */
public interface Reaching {
    /** For each target of the programme, in their order, so many that count towards it by now. */
    List<Long> of(Programme programme);
}
