package org.kindtrail.dispatch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/** The form by which an arrival is confirmed; the house and the receiver fill in the same one. */
public final class ArrivalForm {
    private ArrivalForm() {}

    /** Filled in as if everything had arrived today, so that one press says so. */
    public static Form filled(List<CountField> lines, LocalDate today) {
        Form form = Form.empty().with("receivedOn", today);
        for (int i = 0; i < lines.size(); i++) {
            form = form.with(received(i), lines.get(i).quantity()).with(damaged(i), 0);
        }
        return form;
    }

    static String received(int index) {
        return "lines[" + index + "].received";
    }

    static String damaged(int index) {
        return "lines[" + index + "].damaged";
    }

    public static ConfirmArrival read(Form form, Rules rules) {
        Reading typed = form.read();
        List<ConfirmArrival.Counted> lines = new ArrayList<>();
        for (int i = 0; i < form.lines("lines", Dispatches.MOST_LINES); i++) {
            Long line = typed.wholeNumber("lines[" + i + "].line");
            lines.add(new ConfirmArrival.Counted(
                    line == null ? null : (int) Math.min(Integer.MAX_VALUE, line),
                    typed.wholeNumber(received(i)),
                    typed.wholeNumber(damaged(i))));
        }
        ConfirmArrival command = new ConfirmArrival(
                null, lines, typed.day("receivedOn"), typed.text("remark"), typed.text("thanks"));
        return rules.check(command, typed.faults());
    }
}
