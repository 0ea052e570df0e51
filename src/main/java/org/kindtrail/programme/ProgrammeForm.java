package org.kindtrail.programme;

import java.util.ArrayList;
import java.util.List;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/** The partners, budget lines and targets of a form: how many are shown, what their fields are called, how they are read. */
final class ProgrammeForm {
    private static final Group PARTNERS =
            new Group("partners", OpenProgramme.MOST_PARTNERS, List.of("name", "organisation"), List.of("name", "role", "organisation"));
    private static final Group BUDGET =
            new Group("budget", OpenProgramme.MOST_LINES, List.of("name", "amount"), List.of("name", "amount", "line"));
    private static final Group TARGETS = new Group(
            "targets", OpenProgramme.MOST_TARGETS, List.of("kind", "category", "number"), List.of("kind", "category", "number", "by"));

    private ProgrammeForm() {}

    /** The names of a partner's fields. */
    record PartnerNames(int number, String name, String role, String organisation) {}

    /**
     * The names of a budget line's fields.
     *
     * @param number the number that the line has, or will have; empty: a new one of a programme that has lines
     */
    record LineNames(String number, String line, String name, String amount) {}

    /** The names of a target's fields. */
    record TargetNames(int number, String kind, String category, String howMany, String by) {}

    /** All that a page shows. */
    record Names(List<PartnerNames> partners, List<LineNames> budget, List<TargetNames> targets) {}

    /**
     * A group of repeated lines.
     *
     * @param counts the fields of which one is filled in where a line counts
     */
    private record Group(String name, int most, List<String> counts, List<String> fields) {
        String head(int index) {
            return name + "[" + index + "].";
        }

        boolean isFilled(Form form, int index) {
            return counts.stream().anyMatch(field -> form.has(head(index) + field));
        }

        int filled(Form form) {
            int count = 0;
            while (count < most + 1 && isFilled(form, count)) {
                count++;
            }
            return count;
        }

        /** What is filled in, and so many empty ones behind it. */
        int shown(Form form, int empty) {
            return Math.min(most, Math.max(form.lines(name, most), filled(form) + empty));
        }

        Form closedUp(Form form) {
            return form.closedUp(name, fields, i -> isFilled(form, i), most);
        }
    }

    /** @param isNew whether the programme is not opened yet, so that its lines are numbered as they stand */
    static Names names(Form form, boolean isNew) {
        List<PartnerNames> partners = new ArrayList<>();
        for (int i = 0; i < PARTNERS.shown(form, form.has("morePartners") ? 3 : 1); i++) {
            String head = PARTNERS.head(i);
            partners.add(new PartnerNames(i + 1, head + "name", head + "role", head + "organisation"));
        }
        List<LineNames> budget = new ArrayList<>();
        for (int i = 0; i < BUDGET.shown(form, form.has("moreLines") ? 5 : 2); i++) {
            String head = BUDGET.head(i);
            budget.add(new LineNames(isNew ? String.valueOf(i + 1) : form.value(head + "line"), head + "line", head + "name", head + "amount"));
        }
        List<TargetNames> targets = new ArrayList<>();
        for (int i = 0; i < TARGETS.shown(form, form.has("moreTargets") ? 3 : 1); i++) {
            String head = TARGETS.head(i);
            targets.add(new TargetNames(i + 1, head + "kind", head + "category", head + "number", head + "by"));
        }
        return new Names(partners, budget, targets);
    }

    /** Whether a button was pressed that only shows more lines. */
    static boolean asksForMore(Form form) {
        return form.has("morePartners") || form.has("moreLines") || form.has("moreTargets");
    }

    static Form closedUp(Form form) {
        return TARGETS.closedUp(BUDGET.closedUp(PARTNERS.closedUp(form)));
    }

    /** The form filled in with a programme. */
    static Form of(ProgrammeView view) {
        Form form = Form.empty()
                .with("version", view.version())
                .with("name", view.name())
                .with("funder", view.funder())
                .with("about", view.about())
                .with("startsOn", view.startsOn())
                .with("endsOn", view.endsOn())
                .with("currency", view.currency());
        for (int i = 0; i < view.partners().size(); i++) {
            ProgrammeView.Partner each = view.partners().get(i);
            form = form.with(PARTNERS.head(i) + "name", each.name())
                    .with(PARTNERS.head(i) + "role", each.role().word())
                    .with(PARTNERS.head(i) + "organisation", each.organisation());
        }
        for (int i = 0; i < view.budget().lines().size(); i++) {
            ProgrammeView.Line each = view.budget().lines().get(i);
            form = form.with(BUDGET.head(i) + "line", each.line())
                    .with(BUDGET.head(i) + "name", each.name())
                    .with(BUDGET.head(i) + "amount", each.amount());
        }
        for (int i = 0; i < view.targets().size(); i++) {
            ProgrammeView.Target each = view.targets().get(i);
            form = form.with(TARGETS.head(i) + "kind", each.kind().word())
                    .with(TARGETS.head(i) + "category", each.category())
                    .with(TARGETS.head(i) + "number", each.number())
                    .with(TARGETS.head(i) + "by", each.by());
        }
        return form;
    }

    static OpenProgramme read(Form form, Reading typed) {
        String currency = typed.text("currency");
        return new OpenProgramme(
                typed.text("name"),
                typed.text("funder"),
                typed.text("about"),
                typed.day("startsOn"),
                typed.day("endsOn"),
                currency == null ? null : currency.toUpperCase(java.util.Locale.ROOT),
                partners(form, typed),
                budget(form, typed),
                targets(form, typed));
    }

    private static List<OpenProgramme.Partner> partners(Form form, Reading typed) {
        List<OpenProgramme.Partner> partners = new ArrayList<>();
        for (int i = 0; i < PARTNERS.filled(form); i++) {
            String head = PARTNERS.head(i);
            partners.add(new OpenProgramme.Partner(
                    typed.text(head + "name"), typed.oneOf(head + "role", PartnerRole.class), typed.code(head + "organisation")));
        }
        return partners;
    }

    private static List<OpenProgramme.Line> budget(Form form, Reading typed) {
        List<OpenProgramme.Line> lines = new ArrayList<>();
        for (int i = 0; i < BUDGET.filled(form); i++) {
            String head = BUDGET.head(i);
            lines.add(new OpenProgramme.Line(
                    typed.wholeNumber(head + "line"), typed.text(head + "name"), typed.text(head + "amount")));
        }
        return lines;
    }

    private static List<OpenProgramme.Target> targets(Form form, Reading typed) {
        List<OpenProgramme.Target> targets = new ArrayList<>();
        for (int i = 0; i < TARGETS.filled(form); i++) {
            String head = TARGETS.head(i);
            targets.add(new OpenProgramme.Target(
                    typed.oneOf(head + "kind", TargetKind.class),
                    typed.text(head + "category"),
                    typed.wholeNumber(head + "number"),
                    typed.day(head + "by")));
        }
        return targets;
    }
}
