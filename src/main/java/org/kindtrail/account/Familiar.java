package org.kindtrail.account;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.kindtrail.kernel.Code;

/**
 * Remembers, in this node's memory only and for the {@value #MOST} used last, which code was opened from where. Whoever
 * opened a code before does not guess, so others who guess at codes that begin alike are never in their way.
 */
final class Familiar {
    private static final int MOST = 10_000;

    private final Set<String> opened =
            Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > MOST;
                }
            }));

    boolean has(String what, String code, String place) {
        return opened.contains(name(what, code, place));
    }

    void note(String what, String code, String place, boolean right) {
        if (right) {
            opened.add(name(what, code, place));
        } else {
            opened.remove(name(what, code, place));
        }
    }

    private static String name(String what, String code, String place) {
        return Code.hash(what + "|" + code + "|" + place);
    }
}
