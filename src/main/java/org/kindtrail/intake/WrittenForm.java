package org.kindtrail.intake;

import java.util.ArrayList;
import java.util.List;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/** The form with a line for each line of a sheet: which of them hold something, and what. */
final class WrittenForm {
    /** How many lines a form without a sheet has. */
    static final int USUAL = 20;

    private static final String GROUP = "bags";
    private static final List<String> WRITTEN = List.of("came", "item", "quantity", "size", "donor", "remark");
    private static final List<String> ALL =
            List.of("label", "came", "item", "quantity", "size", "grade", "donor", "remark");

    private WrittenForm() {}

    /**
     * A line of the form.
     *
     * @param fixed whether the code is printed on the sheet; else it is typed
     * @param recorded what stands under the code already; null: nothing
     */
    record Line(
            int number,
            String code,
            boolean fixed,
            IntakeSheetView.Line recorded,
            String label,
            String came,
            String item,
            String quantity,
            String size,
            String grade,
            String donor,
            String remark) {
        private static Line of(int index, String code, IntakeSheetView.Line known) {
            String head = head(index);
            return new Line(
                    index + 1,
                    code,
                    known != null,
                    known != null && known.isRecorded() ? known : null,
                    head + "label",
                    head + "came",
                    head + "item",
                    head + "quantity",
                    head + "size",
                    head + "grade",
                    head + "donor",
                    head + "remark");
        }
    }

    private static String head(int index) {
        return GROUP + "[" + index + "].";
    }

    /** The lines of a sheet; without one as many as were sent, or the usual number. */
    static List<Line> shown(Form form, IntakeSheetView sheet) {
        List<Line> lines = new ArrayList<>();
        if (sheet != null) {
            sheet.lines().forEach(each -> lines.add(Line.of(each.line() - 1, each.label(), each)));
            return lines;
        }
        for (int i = 0; i < Math.max(USUAL, form.lines(GROUP, PrintIntakeSheet.MOST)); i++) {
            lines.add(Line.of(i, "", null));
        }
        return lines;
    }

    private static boolean isFilled(Form form, int index, boolean codesTyped) {
        return codesTyped && form.has(head(index) + "label")
                || WRITTEN.stream().anyMatch(field -> form.has(head(index) + field));
    }

    /** What was typed, without the lines in which nothing was: those of a sheet whose code stands there by itself. */
    record Filled(Form form, List<Integer> typedAt) {
        static Filled of(Form form, boolean codesTyped) {
            List<Integer> at = new ArrayList<>();
            for (int i = 0; i < form.lines(GROUP, 1000); i++) {
                if (isFilled(form, i, codesTyped)) {
                    at.add(i);
                }
            }
            Form closed = form.closedUp(GROUP, ALL, i -> isFilled(form, i, codesTyped), 0);
            return new Filled(closed, List.copyOf(at));
        }
    }

    /** The condition is told of things that are named alone: of a bag that nobody opened it is not known. */
    static List<EnterWrittenBags.WrittenBag> read(Filled filled, Reading typed, LineChoices choices) {
        List<EnterWrittenBags.WrittenBag> bags = new ArrayList<>();
        for (int i = 0; i < filled.typedAt().size(); i++) {
            String head = head(i);
            TypedDonor donor = TypedDonor.read(typed, head + "donor");
            LineChoices.Named named = choices.item(typed, head + "item");
            bags.add(new EnterWrittenBags.WrittenBag(
                    typed.text(head + "label"),
                    donor.code(),
                    donor.newName(),
                    named.item(),
                    named.size(typed.text(head + "size")),
                    null,
                    filled.form().has(head + "item") ? typed.oneOf(head + "grade", Grade.class) : null,
                    typed.wholeNumber(head + "quantity"),
                    typed.text(head + "remark")));
        }
        return bags;
    }
}
