package org.kindtrail.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.List;
import org.kindtrail.kernel.FieldError;

/** What templates ask of a form that came back: the summary at its head and the words beside each field. */
@TemplateExtension
class FormFaults {
    private FormFaults() {}

    /** A line of the summary: it leads to the field. */
    public record Line(String path, String words) {}

    static List<Line> summary(Form form) {
        List<Line> lines = new ArrayList<>();
        Problems problems = problems();
        for (FieldError fault : form.faults()) {
            lines.add(new Line(fault.path(), problems.say(fault)));
        }
        if (lines.isEmpty() && form.refused()) {
            lines.add(new Line(null, problems.say(form.refusal())));
        }
        return lines;
    }

    /** What is wrong with the field, in words; empty when nothing is. */
    static String wrong(Form form, String name) {
        FieldError fault = form.fault(name);
        return fault == null ? "" : problems().say(fault);
    }

    private static Problems problems() {
        return Arc.container().instance(Problems.class).get();
    }
}
