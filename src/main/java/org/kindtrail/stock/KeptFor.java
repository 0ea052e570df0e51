package org.kindtrail.stock;

import java.util.Collection;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;

/** Tells for sentences what keeps goods back: promises to needs, or holds. */
public final class KeptFor {
    private KeptFor() {}

    /**
     * @param documents codes of needs, holds and proposed write-offs
     * @return the word by which a sentence chooses: need, hold, or both
     */
    public static String kind(Collection<String> documents) {
        long holds = documents.stream().filter(KeptFor::isHold).count();
        return holds == 0 ? "need" : holds == documents.size() ? "hold" : "both";
    }

    /** Whether the code is a hold's, or that of a write-off that sets goods apart until it is decided. */
    public static boolean isHold(String document) {
        return Code.read(CodeKind.HOLD, document).isPresent() || Code.read(CodeKind.WRITE_OFF, document).isPresent();
    }
}
