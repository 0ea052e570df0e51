package org.kindtrail.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindtrail.need.OpenLines;
import org.kindtrail.need.Urgency;
import org.kindtrail.programme.Programmes;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;

/** What can be chosen when a plan is asked for. */
@ApplicationScoped
class PlanChoices {
    private static final int MOST_NEEDS = 200;
    private static final int MOST_REGIONS = 200;

    private final OpenLines openLines;
    private final Programmes programmes;
    private final Frame frame;

    PlanChoices(OpenLines openLines, Programmes programmes, Frame frame) {
        this.openLines = openLines;
        this.programmes = programmes;
        this.frame = frame;
    }

    /** An open need with its box to tick. */
    public record NeedChoice(OpenLines.Choice need, boolean chosen) {
        /** The id of its box. */
        public String id() {
            return "need-" + need.code();
        }
    }

    /**
     * @param more whether there are more needs than can be ticked one by one
     */
    public record Choices(
            List<Option> programmes, List<Option> urgencies, List<Option> regions, List<NeedChoice> needs, boolean more) {
        /** Whether some are ticked already. */
        public boolean someChosen() {
            return needs.stream().anyMatch(NeedChoice::chosen);
        }
    }

    @Transactional
    public Choices choices(Form form) {
        List<OpenLines.Choice> needs = openLines.choices(MOST_NEEDS + 1);
        List<NeedChoice> shown = new ArrayList<>();
        needs.stream().limit(MOST_NEEDS).forEach(each -> shown.add(new NeedChoice(each, form.chosen("needs", each.code()))));
        return new Choices(
                programmes.open().stream()
                        .map(each -> new Option(each.getCode(), each.getName()))
                        .toList(),
                Arrays.stream(Urgency.values())
                        .filter(each -> each != Urgency.NORMAL)
                        .map(each -> new Option(
                                each.name().toLowerCase(Locale.ROOT),
                                frame.say("matching_least_" + each.name().toLowerCase(Locale.ROOT), Map.of())))
                        .toList(),
                openLines.regions(MOST_REGIONS).stream().map(each -> new Option(each, each)).toList(),
                shown,
                needs.size() > MOST_NEEDS);
    }
}
