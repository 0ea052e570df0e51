package org.kindtrail.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** What the forms of other rooms offer where something is charged to a programme, and how it is read back. */
@ApplicationScoped
public class ProgrammeChoices {
    private final Programmes programmes;
    private final Frame frame;

    ProgrammeChoices(Programmes programmes, Frame frame) {
        this.programmes = programmes;
        this.frame = frame;
    }

    /**
     * What something is charged to.
     *
     * @param programme code; null: none
     * @param line number of the budget line; null: none
     */
    public record Charge(String programme, Long line) {}

    /** The open programmes, by name; empty where there are none, and then nobody is asked. */
    @Transactional
    public List<Option> open() {
        return programmes.open().stream()
                .map(each -> new Option(each.getCode(), each.getName()))
                .toList();
    }

    /** The open programmes, each with its budget lines behind it. */
    @Transactional
    public List<Option> withLines() {
        List<Programme> open = programmes.open();
        if (open.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Option>> lines = new HashMap<>();
        programmes.linesOf(open).forEach(line -> lines.computeIfAbsent(line.programme(), id -> new ArrayList<>())
                .add(new Option(
                        line.code() + " " + line.line(),
                        frame.say(
                                "programme_line_option",
                                Map.of("programme", line.programmeName(), "line", line.line(), "name", line.name())))));
        List<Option> options = new ArrayList<>();
        for (Programme each : open) {
            options.add(new Option(each.getCode(), each.getName()));
            options.addAll(lines.getOrDefault(each.getId(), List.of()));
        }
        return options;
    }

    /** What was chosen from {@link #withLines}. */
    public static Charge read(Reading typed, String field) {
        String chosen = typed.text(field);
        if (chosen == null) {
            return new Charge(null, null);
        }
        int space = chosen.lastIndexOf(' ');
        boolean line = space > 0 && chosen.substring(space + 1).matches("[0-9]{1,6}");
        return line
                ? new Charge(chosen.substring(0, space), Long.valueOf(chosen.substring(space + 1)))
                : new Charge(chosen, null);
    }

    /** A form that begins with a programme, where a link named one. */
    public static Form begun(Form form, String programme) {
        return form.with("programme", Code.read(CodeKind.PROGRAMME, programme).orElse(null));
    }
}
