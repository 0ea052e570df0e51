package org.kindtrail.sale;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.DomainException;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Reading;

/** The lines of the forms of this room: one field says what, by an item's name or by the code of a lot's tag. */
@ApplicationScoped
class TypedLines {
    /** The most lines that one form takes. */
    static final int MOST = 50;

    private static final int STEP = 3;
    private static final String GROUP = "lines";
    private static final List<String> FIELDS = List.of("item", "size", "quantity", "price");

    private final Catalogue catalogue;
    private final Frame frame;

    TypedLines(Catalogue catalogue, Frame frame) {
        this.catalogue = catalogue;
        this.frame = frame;
    }

    /** The names of one line's fields. */
    record Names(int number, String item, String size, String quantity, String price) {
        private static Names of(int index) {
            String head = head(index);
            return new Names(index + 1, head + "item", head + "size", head + "quantity", head + "price");
        }
    }

    /** What can be chosen from: names of items, with the condition where it tells them apart, and sizes. */
    record Choices(List<String> items, List<String> sizes) {}

    /** What a line says; an item or a lot. */
    record What(String item, String lot, Grade grade) {}

    static String head(int index) {
        return GROUP + "[" + index + "].";
    }

    /** The lines that a page shows: those sent, at least three, and some more when more are asked for. */
    static List<Names> shown(Form form, boolean more) {
        int count = Math.max(STEP, form.lines(GROUP, MOST) + (more ? STEP : 0));
        List<Names> names = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MOST); i++) {
            names.add(Names.of(i));
        }
        return names;
    }

    /** The form with its empty lines at the end, so that a line's number is the same in the form and in what is read. */
    static Form closedUp(Form form) {
        return form.closedUp(GROUP, FIELDS, i -> isFilled(form, i), MOST);
    }

    /** How many lines hold something, in a form that was closed up; one more than the most is refused by the command. */
    static int filled(Form form) {
        int count = 0;
        while (count <= MOST && isFilled(form, count)) {
            count++;
        }
        return count;
    }

    private static boolean isFilled(Form form, int index) {
        return FIELDS.stream().anyMatch(field -> form.has(head(index) + field));
    }

    /** What lies there and is fit for use. */
    Choices choices(List<TableGoods.Lying> lying) {
        Set<String> sizes = new LinkedHashSet<>();
        Set<String> items = new TreeSet<>();
        lying.stream()
                .filter(each -> TableGoods.FIT.contains(each.grade()) && each.free() > 0)
                .sorted(Comparator.comparing(TableGoods.Lying::itemId))
                .forEach(each -> {
                    Item item = catalogue.of(each.itemId());
                    items.add(catalogue.label(item));
                    if (each.grade() != Grade.GOOD) {
                        items.add(graded(item, each.grade()));
                    }
                    if (each.size() != null) {
                        sizes.add(each.size());
                    }
                });
        return new Choices(List.copyOf(items), List.copyOf(sizes));
    }

    private String graded(Item item, Grade grade) {
        return catalogue.label(item) + " (" + frame.say(grade.wordsKey(), Map.of()) + ")";
    }

    /** What was typed or chosen; where nothing has that name a fault is noted. */
    What what(Reading typed, String field) {
        String text = typed.text(field);
        if (text == null) {
            return new What(null, null, null);
        }
        var lot = Code.read(CodeKind.BAG, text);
        if (lot.isPresent()) {
            return new What(null, lot.get(), null);
        }
        Item item = catalogue.labelled(text);
        if (item != null) {
            return new What(item.getCode(), null, null);
        }
        for (Grade grade : TableGoods.FIT) {
            String tail = "(" + frame.say(grade.wordsKey(), Map.of()) + ")";
            if (text.toLowerCase(frame.getLocale()).endsWith(tail.toLowerCase(frame.getLocale()))) {
                item = catalogue.labelled(text.substring(0, text.length() - tail.length()));
                if (item != null) {
                    return new What(item.getCode(), null, grade);
                }
            }
        }
        return typed.refuse(field, "error_sale_what_unknown", text);
    }

    /** The lines of a form that moves things; one that cannot be read is left out, and the faults say so. */
    List<StockLine> stockLines(Form form, Reading typed) {
        List<StockLine> lines = new ArrayList<>();
        for (int i = 0; i < filled(form); i++) {
            What what = what(typed, head(i) + "item");
            Long quantity = typed.wholeNumber(head(i) + "quantity");
            lines.add(
                    what == null
                            ? new StockLine(null, null, null, null, null)
                            : new StockLine(what.item(), what.lot(), typed.text(head(i) + "size"), what.grade(), quantity));
        }
        return lines;
    }

    /** A refusal in the words of the form: the one field that says what stands for the item, the lot and the condition. */
    private static final class InForm extends DomainException {
        private final transient DomainException said;
        private final transient List<FieldError> lines;

        private InForm(DomainException said, List<FieldError> lines) {
            super(said.key(), said.facts());
            this.said = said;
            this.lines = lines;
        }

        @Override
        public int status() {
            return said.status();
        }

        @Override
        public String type() {
            return said.type();
        }

        @Override
        public List<FieldError> fields() {
            return lines;
        }
    }

    /** Does what a form asks for; what is refused of its lines is found at the fields that the form has. */
    static <T> T ofForm(Supplier<T> act) {
        try {
            return act.get();
        } catch (DomainException refused) {
            if (refused.fields().isEmpty()) {
                throw refused;
            }
            throw new InForm(
                    refused,
                    refused.fields().stream()
                            .map(each -> new FieldError(inForm(each.path()), each.key(), each.facts()))
                            .toList());
        }
    }

    private static String inForm(String path) {
        return path.equals(GROUP) ? head(0) + "item" : path.replaceFirst("^(lines\\[\\d+\\])\\.(lot|grade)$", "$1.item");
    }
}
