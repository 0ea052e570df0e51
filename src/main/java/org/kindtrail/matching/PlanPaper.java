package org.kindtrail.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindtrail.kernel.Page;
import org.kindtrail.paper.Column;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Signature;
import org.kindtrail.paper.Table;
import org.kindtrail.web.Frame;

/** A plan as a paper to be read and signed. It bears the codes of needs and recipients, and no name of a recipient. */
@ApplicationScoped
class PlanPaper {
    private final PlanService plans;
    private final Frame frame;

    PlanPaper(PlanService plans, Frame frame) {
        this.plans = plans;
        this.frame = frame;
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    private record Row(PlanNeedView need, PlanNeedView.Line line) {}

    Paper of(String code) {
        PlanView plan = plans.get(code);
        Paper paper = Paper.of(say("matching_paper"), plan.code())
                .fact(say("matching_state"), say(plan.state().wordsKey()))
                .fact(say("matching_made_at"), frame.moment(plan.madeAt()) + ", " + plan.madeBy())
                .factIfKnown(say("matching_ended_at"), plan.endedAt() == null ? null : frame.moment(plan.endedAt()) + ", " + plan.endedBy())
                .fact(say("matching_needs"), frame.number(plan.needs()))
                .fact(say("matching_wanted"), frame.number(plan.wanted()))
                .fact(say("matching_given"), frame.number(plan.promised() == null ? plan.given() : plan.promised()))
                .hint(say("matching_paper_hint"));
        if (plan.waiting()) {
            paper.warning(say("matching_paper_proposed"));
        }
        if (plan.takenMeanwhile() > 0) {
            paper.warning(frame.say("matching_paper_taken", Map.of("0", plan.takenMeanwhile())));
        }
        List<Column> columns = List.of(
                Column.text(say("matching_turn"), 1),
                Column.text(say("matching_need"), 3),
                Column.text(say("matching_urgency"), 2),
                Column.text(say("matching_what"), 4),
                Column.number(say("matching_missed"), 2),
                Column.number(say("matching_gets"), 2),
                Column.text(say("matching_why"), 5));
        return paper.table(Table.paged(columns, (after, size) -> rows(plan.code(), after, size), this::cells))
                .note(say("matching_paper_order"))
                .signature(Signature.of(
                        say("matching_paper_decided"),
                        say("matching_paper_name"),
                        say("matching_paper_function"),
                        say("matching_paper_day"),
                        say("matching_paper_signature")));
    }

    private Page<Row> rows(String code, String after, int size) {
        Page<PlanNeedView> page = plans.needs(code, after, size);
        List<Row> rows = new ArrayList<>();
        page.rows().forEach(need -> need.lines().forEach(line -> rows.add(new Row(need, line))));
        return new Page<>(rows, page.next());
    }

    private List<String> cells(Row row) {
        String sizes = row.line().sizes().isEmpty() ? "" : ", " + row.line().sizesInWords();
        long promised = row.line().picks().stream()
                .mapToLong(pick -> pick.promised() == null ? pick.quantity() : pick.promised())
                .sum();
        return List.of(
                frame.number(row.need().turn()),
                row.need().need() + "\n" + row.need().forWhom(),
                say("matching_urgency_" + row.need().urgency().name().toLowerCase(java.util.Locale.ROOT)),
                row.line().what() + sizes,
                frame.number(row.line().wanted()),
                frame.number(promised),
                row.line().why());
    }
}
