package org.kindtrail.fund;

import java.util.ArrayList;
import java.util.List;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/** The lines and draws of a form: how many are shown, what their fields are called, and which of them are filled in. */
final class PurchaseForm {
    private static final Group LINES = new Group(
            "lines", 50, 2, List.of("item", "size", "quantity", "price", "expiresOn"),
            List.of("item", "size", "fits", "grade", "quantity", "price", "expiresOn"));
    private static final Group DRAWS = new Group(
            "draws", 10, 1, List.of("fund", "amount", "rate", "countsFor"), List.of("fund", "amount", "currency", "rate", "countsFor"));

    private PurchaseForm() {}

    /** The names of one line's fields. */
    record LineNames(int number, String item, String size, String fits, String grade, String quantity, String price, String expires) {}

    /** The names of one draw's fields. */
    record DrawNames(int number, String fund, String amount, String currency, String rate, String countsFor) {}

    private record Group(String name, int most, int least, List<String> telling, List<String> all) {
        String head(int index) {
            return name + "[" + index + "].";
        }

        boolean isFilled(Form form, int index) {
            return telling.stream().anyMatch(field -> form.has(head(index) + field));
        }

        int filled(Form form) {
            int count = 0;
            while (count < most && isFilled(form, count)) {
                count++;
            }
            return count;
        }

        int shown(Form form, int more) {
            return Math.min(most, Math.max(least, form.lines(name, most) + more));
        }

        Form closedUp(Form form) {
            return form.closedUp(name, all, i -> isFilled(form, i), most);
        }
    }

    static List<LineNames> lines(Form form, boolean more) {
        List<LineNames> names = new ArrayList<>();
        for (int i = 0; i < LINES.shown(form, more ? 3 : 0); i++) {
            String head = LINES.head(i);
            names.add(new LineNames(
                    i + 1, head + "item", head + "size", head + "fits", head + "grade", head + "quantity", head + "price",
                    head + "expiresOn"));
        }
        return names;
    }

    static List<DrawNames> draws(Form form, boolean more) {
        List<DrawNames> names = new ArrayList<>();
        for (int i = 0; i < DRAWS.shown(form, more ? 1 : 0); i++) {
            String head = DRAWS.head(i);
            names.add(new DrawNames(
                    i + 1, head + "fund", head + "amount", head + "currency", head + "rate", head + "countsFor"));
        }
        return names;
    }

    /** The form with what is empty left out, so that a line's number is the same in the form and in what is read. */
    static Form closedUp(Form form) {
        return DRAWS.closedUp(LINES.closedUp(form));
    }

    static List<RecordPurchase.Line> readLines(Form form, Reading typed, BoughtThings things) {
        List<RecordPurchase.Line> lines = new ArrayList<>();
        for (int i = 0; i < LINES.filled(form); i++) {
            String head = LINES.head(i);
            lines.add(new RecordPurchase.Line(
                    things.item(typed, head + "item"),
                    typed.text(head + "size"),
                    typed.oneOf(head + "fits", Wearer.class),
                    typed.oneOf(head + "grade", Grade.class),
                    typed.wholeNumber(head + "quantity"),
                    typed.text(head + "price"),
                    typed.day(head + "expiresOn")));
        }
        return lines;
    }

    static List<RecordPurchase.Draw> readDraws(Form form, Reading typed) {
        List<RecordPurchase.Draw> draws = new ArrayList<>();
        for (int i = 0; i < DRAWS.filled(form); i++) {
            String head = DRAWS.head(i);
            draws.add(new RecordPurchase.Draw(
                    typed.code(head + "fund"),
                    typed.text(head + "amount"),
                    FundChoices.currency(typed, head + "currency"),
                    typed.text(head + "countsFor"),
                    typed.text(head + "rate")));
        }
        return draws;
    }
}
