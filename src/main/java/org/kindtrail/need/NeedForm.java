package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.drive.Drives;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.programme.Programmes;
import org.kindtrail.recipient.Recipients;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** The forms that a need is posted and changed by: what can be chosen in them, and how they are read. */
@ApplicationScoped
class NeedForm {
    static final String LINES = "lines";
    static final List<String> LINE_FIELDS = List.of("item", "category", "quantity", "sizes", "fits", "substitutes");
    private static final int STEP = 3;

    private final Catalogue catalogue;
    private final NeedChoices choices;
    private final Recipients recipients;
    private final Programmes programmes;
    private final Drives drives;
    private final Rules rules;
    private final Frame frame;

    NeedForm(
            Catalogue catalogue,
            NeedChoices choices,
            Recipients recipients,
            Programmes programmes,
            Drives drives,
            Rules rules,
            Frame frame) {
        this.catalogue = catalogue;
        this.choices = choices;
        this.recipients = recipients;
        this.programmes = programmes;
        this.drives = drives;
        this.rules = rules;
        this.frame = frame;
    }

    /** What can be chosen. */
    record Choices(
            List<Option> recipients,
            List<String> items,
            List<Option> categories,
            List<Option> fits,
            List<Option> urgencies,
            List<Option> programmes,
            List<Option> drives,
            List<Option> sexes,
            List<Option> bands,
            List<Option> shown) {

        /** With what the need is charged to and gathered for by already, which may have closed meanwhile. */
        Choices with(NeedView need) {
            return new Choices(
                    recipients,
                    items,
                    categories,
                    fits,
                    urgencies,
                    and(programmes, need.programme(), need.programmeName()),
                    and(drives, need.drive(), need.driveTitle()),
                    sexes,
                    bands,
                    shown);
        }

        private static List<Option> and(List<Option> options, String code, String words) {
            if (code == null || options.stream().anyMatch(each -> each.value().equals(code))) {
                return options;
            }
            List<Option> more = new ArrayList<>(options);
            more.add(new Option(code, words));
            return more;
        }
    }

    /** The names of one line's fields. */
    record Names(int number, String item, String category, String quantity, String sizes, String fits, String substitutes) {
        static Names of(int index) {
            return new Names(
                    index + 1,
                    field(LINES, index, "item"),
                    field(LINES, index, "category"),
                    field(LINES, index, "quantity"),
                    field(LINES, index, "sizes"),
                    field(LINES, index, "fits"),
                    field(LINES, index, "substitutes"));
        }
    }

    static String field(String group, int index, String name) {
        return group + "[" + index + "]." + name;
    }

    Choices choices() {
        return new Choices(
                recipients.active().stream()
                        .map(each -> new Option(each.getCode(), each.getAlias()))
                        .toList(),
                choices.items(),
                choices.categories(),
                choices.fits(),
                choices.urgencies(),
                programmes.open().stream()
                        .map(each -> new Option(each.getCode(), each.getName()))
                        .toList(),
                drives.open().stream()
                        .map(each -> new Option(each.getCode(), each.getTitle()))
                        .toList(),
                choices.sexes(),
                choices.ageBands(),
                List.of(new Option("yes", say("need_on_wish_lists_yes")), new Option("no", say("need_on_wish_lists_no"))));
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    /** The lines that the page shows: those sent, at least so many, and some more when more are asked for. */
    static List<Names> lines(Form form, int least, boolean more) {
        int count = Math.max(least, form.lines(LINES, Need.MOST_LINES) + (more ? STEP : 0));
        List<Names> names = new ArrayList<>();
        for (int i = 0; i < Math.min(count, Need.MOST_LINES); i++) {
            names.add(Names.of(i));
        }
        return names;
    }

    private static boolean isFilled(Form form, String group, List<String> fields, int index) {
        return fields.stream().anyMatch(field -> form.has(field(group, index, field)));
    }

    /** The form with its empty lines at the end, so that a line's number is the same in the form and in what is read. */
    static Form closedUp(Form form) {
        return PeopleTyped.closedUp(form.closedUp(LINES, LINE_FIELDS, i -> isFilled(form, LINES, LINE_FIELDS, i), Need.MOST_LINES));
    }

    /**
     * What was read, and where its parts stand in the form: the beginning of a path in the command, and of the field's name.
     */
    record Read<C>(C command, Map<String, String> places) {}

    Read<PostNeed> read(Form form, Reading typed) {
        Map<String, String> places = new LinkedHashMap<>();
        List<PostNeed.Line> lines = added(form, typed, LINES, places);
        if (lines.isEmpty()) {
            typed.refuse(field(LINES, 0, "item"), "error_need_no_line", "");
        }
        return new Read<>(
                new PostNeed(
                        typed.code("recipient"),
                        typed.text("forWhom"),
                        typed.day("wantedBy"),
                        lines.isEmpty() ? null : lines,
                        typed.oneOf("urgency", Urgency.class),
                        typed.code("programme"),
                        typed.code("drive"),
                        PeopleTyped.read(form, typed),
                        typed.day("expiresOn"),
                        shown(form)),
                places);
    }

    static Boolean shown(Form form) {
        return form.has("onWishLists") ? Boolean.valueOf(form.value("onWishLists").equals("yes")) : null;
    }

    /** @param list the list of the command that the lines go to */
    List<PostNeed.Line> added(Form form, Reading typed, String list, Map<String, String> places) {
        List<PostNeed.Line> lines = new ArrayList<>();
        for (int i = 0; isFilled(form, LINES, LINE_FIELDS, i); i++) {
            for (PostNeed.Line line : line(typed, i)) {
                places.put(list + "[" + lines.size() + "].", LINES + "[" + i + "].");
                lines.add(line);
            }
        }
        return lines;
    }

    /** One line, or one for each size where it stands how many of each. */
    private List<PostNeed.Line> line(Reading typed, int index) {
        Item item = item(typed, field(LINES, index, "item"));
        String category = typed.text(field(LINES, index, "category"));
        Wearer fits = typed.oneOf(field(LINES, index, "fits"), Wearer.class);
        List<String> substitutes = substitutes(typed, field(LINES, index, "substitutes"));
        Long quantity = typed.wholeNumber(field(LINES, index, "quantity"));
        String sizes = typed.text(field(LINES, index, "sizes"));
        List<String> known = item != null ? item.getSizes() : category == null ? List.of() : catalogue.sizesOf(category);
        List<SizesTyped.Counted> counted = SizesTyped.counted(sizes, known);
        String code = item == null ? null : item.getCode();
        if (counted.isEmpty()) {
            return List.of(new PostNeed.Line(code, category, fits, SizesTyped.read(sizes, known), quantity, substitutes));
        }
        long sum = counted.stream().mapToLong(SizesTyped.Counted::quantity).sum();
        if (quantity != null && quantity != sum) {
            typed.refuse(field(LINES, index, "quantity"), "error_need_sizes_sum", Long.toString(sum));
        }
        return counted.stream()
                .map(each -> new PostNeed.Line(code, category, fits, List.of(each.size()), each.quantity(), substitutes))
                .toList();
    }

    private Item item(Reading typed, String name) {
        String label = typed.text(name);
        Item item = label == null ? null : catalogue.labelled(label);
        if (label != null && item == null) {
            typed.refuse(name, "error_item_unknown", label);
        }
        return item;
    }

    /** The codes of items, named as they are everywhere, one after the other with semicolons between. */
    List<String> substitutes(Reading typed, String name) {
        String text = typed.text(name);
        TreeSet<String> codes = new TreeSet<>();
        for (String label : text == null ? new String[0] : text.split("[;\\n]+")) {
            if (!label.isBlank()) {
                Item item = catalogue.labelled(label);
                if (item == null) {
                    typed.refuse(name, "error_item_unknown", label.strip());
                } else {
                    codes.add(item.getCode());
                }
            }
        }
        return codes.isEmpty() ? null : List.copyOf(codes);
    }

    /** Sizes of an item or category, as people write them. */
    List<String> sizes(String typed, String item, String category) {
        return SizesTyped.read(typed, item == null ? catalogue.sizesOf(category) : catalogue.find(item).getSizes());
    }

    /** Checks what was read; what is wrong is said of the fields of the form. */
    <C> C checked(Read<C> read, Reading typed) {
        List<FieldError> faults = new ArrayList<>(typed.faults());
        try {
            rules.check(read.command());
        } catch (Invalid wrong) {
            onTheFields(wrong, read.places()).fields().stream()
                    .filter(fault -> faults.stream().noneMatch(known -> known.path().equals(fault.path())))
                    .forEach(faults::add);
        }
        NeedRules.refuse(faults);
        return read.command();
    }

    /** What is wrong with the n-th line of a command is said beside the line of the form that it was read from. */
    static Invalid onTheFields(Invalid refusal, Map<String, String> places) {
        Map<String, FieldError> faults = new LinkedHashMap<>();
        for (FieldError fault : refusal.fields()) {
            int end = fault.path().indexOf("].") + 2;
            String head = end < 2 ? "" : fault.path().substring(0, end);
            String path = places.getOrDefault(head, head)
                    + fault.path().substring(head.length()).replaceAll("^(sizes|substitutes)\\[[0-9]+\\]$", "$1");
            faults.putIfAbsent(path, new FieldError(path, fault.key(), fault.facts()));
        }
        return new Invalid(List.copyOf(faults.values()));
    }

    /** The form of a need, filled with what is proposed; what was typed of it before gives way. */
    Form proposed(Form form, ProposalView proposal) {
        Form filled = form;
        for (int i = 0; i < proposal.people().size(); i++) {
            filled = filled.with(PeopleTyped.field(i, "number"), proposal.people().get(i).number())
                    .with(PeopleTyped.field(i, "sex"), proposal.people().get(i).sex().word())
                    .with(PeopleTyped.field(i, "ageBand"), proposal.people().get(i).ageBand().word());
        }
        long all = proposal.people().stream().mapToLong(PeopleOf::number).sum();
        if (!filled.has("forWhom")) {
            filled = filled.with("forWhom", frame.say("need_proposed_for_whom", Map.of("count", all)));
        }
        for (int i = 0; i < Need.MOST_LINES; i++) {
            for (String field : LINE_FIELDS) {
                filled = i < proposal.lines().size() || filled.has(field(LINES, i, field))
                        ? filled.with(field(LINES, i, field), proposed(proposal, i, field))
                        : filled;
            }
        }
        return filled;
    }

    private String proposed(ProposalView proposal, int index, String field) {
        if (index >= proposal.lines().size()) {
            return "";
        }
        ProposalView.Line line = proposal.lines().get(index);
        return switch (field) {
            case "item" -> line.item() == null ? "" : line.what();
            case "category" -> line.category() == null ? "" : line.category();
            case "quantity" -> Long.toString(line.quantity());
            case "sizes" -> String.join(", ", line.sizes());
            case "fits" -> line.fits() == null ? "" : line.fits().word();
            default -> inWords(line.substitutes());
        };
    }

    /** Items as they are typed into the field of what else will do. */
    String inWords(List<String> items) {
        return String.join("; ", items.stream().map(code -> catalogue.label(catalogue.find(code))).toList());
    }
}
