package org.kindtrail.fund;

import jakarta.ws.rs.core.MultivaluedHashMap;
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

        /** Moves what is filled in to the front; empty ones stay at the end, so that as many are shown as were sent. */
        void closeUp(Form form, MultivaluedHashMap<String, String> typed) {
            int lines = form.lines(name, 1000);
            int next = 0;
            for (int i = 0; i < lines; i++) {
                if (isFilled(form, i)) {
                    for (String field : all) {
                        typed.putSingle(head(next) + field, form.value(head(i) + field));
                    }
                    next++;
                }
            }
            for (int i = next; i < Math.min(lines, most); i++) {
                typed.putSingle(head(i) + all.get(0), "");
            }
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
        var typed = new MultivaluedHashMap<String, String>();
        form.typed().forEach((name, values) -> {
            if (!name.startsWith("lines[") && !name.startsWith("draws[")) {
                typed.put(name, values);
            }
        });
        typed.putSingle(Form.KEY, form.key());
        LINES.closeUp(form, typed);
        DRAWS.closeUp(form, typed);
        return Form.of(typed);
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
