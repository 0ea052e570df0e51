package org.kindtrail.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** What can be chosen in the forms of the workshop, and how lines of goods are read. */
@ApplicationScoped
class GoodsChoices {
    /** A quantity makes a line count: what is filled in beforehand may stay where nothing came of it. */
    static final FormLines OUTPUTS = new FormLines(
            "outputs",
            List.of("item", "size", "fits", "grade", "quantity", "place", "expiresOn"),
            List.of("quantity"),
            RecordStep.MOST_OUTPUTS);

    private final Catalogue catalogue;
    private final Frame frame;

    GoodsChoices(Catalogue catalogue, Frame frame) {
        this.catalogue = catalogue;
        this.frame = frame;
    }

    /** Items, sizes, who it fits, and the condition of what comes out and of what goes in. */
    record Choices(
            List<String> items, Set<String> sizes, List<Option> fits, List<Option> grades, List<Option> fit, Set<String> growOld) {
        /** Whether the item of that name may bear a last day of use. */
        public boolean expires(String item) {
            return growOld.contains(item);
        }
    }

    Choices choices() {
        Set<String> items = new LinkedHashSet<>();
        Set<String> sizes = new LinkedHashSet<>();
        Set<String> growOld = new HashSet<>();
        catalogue.active().stream()
                .filter(item -> !item.getCategory().equals(Catalogue.UNSORTED))
                .forEach(item -> {
                    items.add(catalogue.label(item));
                    sizes.addAll(item.getSizes());
                    if (item.isExpiring()) {
                        growOld.add(catalogue.label(item));
                    }
                });
        return new Choices(List.copyOf(items), sizes, fits(), grades(Grade.GOOD, Grade.NEW, Grade.WORN, Grade.UNFIT),
                grades(Grade.NEW, Grade.GOOD, Grade.WORN), growOld);
    }

    private List<Option> fits() {
        return Arrays.stream(Wearer.values())
                .filter(wearer -> wearer != Wearer.ANY)
                .map(wearer -> new Option(wearer.word(), frame.say("catalogue_wearer_" + wearer.word(), Map.of())))
                .toList();
    }

    private List<Option> grades(Grade... grades) {
        return Stream.of(grades)
                .map(grade -> new Option(grade.word(), frame.say(grade.wordsKey(), Map.of())))
                .toList();
    }

    /** The items that a kit can be: those counted in sets. */
    List<Option> kits() {
        return catalogue.active().stream()
                .filter(item -> item.getUnit().equals("set"))
                .sorted(Comparator.comparing((Item item) -> !item.getCategory().equals("kits")))
                .map(item -> new Option(item.getCode(), catalogue.label(item)))
                .toList();
    }

    /** The code of the item that was typed or chosen by its label; null when there is none, and then a fault is noted. */
    String item(Reading typed, String field) {
        String label = typed.text(field);
        if (label == null) {
            return null;
        }
        Item item = catalogue.labelled(label);
        return item == null ? typed.refuse(field, "error_item_unknown", label) : item.getCode();
    }

    String label(String code) {
        Item item = catalogue.find(code);
        return item == null ? code : catalogue.label(item);
    }

    List<MadeLine> lines(Form form, Reading typed, FormLines lines) {
        return IntStream.range(0, lines.filled(form))
                .mapToObj(i -> {
                    String head = lines.head(i);
                    return new MadeLine(
                            item(typed, head + "item"),
                            typed.text(head + "size"),
                            typed.oneOf(head + "fits", Wearer.class),
                            typed.oneOf(head + "grade", Grade.class),
                            typed.wholeNumber(head + "quantity"),
                            typed.code(head + "place"),
                            typed.day(head + "expiresOn"));
                })
                .toList();
    }

    /** A form filled in with what came out of a work the last time; how many, people type. */
    Form with(Form form, FormLines lines, int index, WorkView.Line line) {
        String head = lines.head(index);
        return form.with(head + "item", line.name())
                .with(head + "size", line.size())
                .with(head + "grade", line.grade().word())
                .with(head + "fits", catalogue.find(line.item()).getWearer() == line.fits() ? null : line.fits().word());
    }
}
