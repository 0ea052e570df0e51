package org.kindtrail.paper;

import java.util.Map;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Unreadable;

/**
 * How labels are to be printed.
 *
 * @param start the first label of the first sheet that is still there, from 1
 */
public record LabelChoice(LabelSheet sheet, int start) {
    /**
     * As an address names it.
     *
     * @param sheet its name; null or empty: {@link LabelSheet#L7160}
     * @param start a whole number; null or empty: 1
     * @throws Unreadable when there is no such sheet
     * @throws Invalid when the sheet has no such label
     */
    public static LabelChoice read(String sheet, String start) {
        LabelSheet chosen = sheet == null || sheet.isBlank() ? LabelSheet.L7160 : LabelSheet.read(sheet);
        String typed = start == null ? "" : start.strip();
        if (typed.isEmpty()) {
            return new LabelChoice(chosen, 1);
        }
        if (!typed.matches("[0-9]{1,3}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > chosen.labels()) {
            throw Invalid.field(
                    "start", "error_paper_start", Map.of("given", typed, "most", chosen.labels()));
        }
        return new LabelChoice(chosen, Integer.parseInt(typed));
    }
}
