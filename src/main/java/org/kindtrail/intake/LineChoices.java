package org.kindtrail.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.catalogue.Barcodes;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.kernel.Gtin;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** What can be chosen in the lines of a form, in the reader's language, and how a chosen item is read back. */
@ApplicationScoped
class LineChoices {
    private static final String MONEY = "money";

    private final Catalogue catalogue;
    private final Barcodes barcodes;
    private final Frame frame;

    LineChoices(Catalogue catalogue, Barcodes barcodes, Frame frame) {
        this.catalogue = catalogue;
        this.barcodes = barcodes;
        this.frame = frame;
    }

    /** Items (those used most first), sizes, who it fits, and the condition. */
    record Choices(
            List<String> items, Set<String> sizes, List<Option> fits, List<Option> grades, Set<String> growOld) {
        /** Whether the item of that name may bear a last day of use. */
        public boolean expires(String item) {
            return growOld.contains(item);
        }
    }

    /** @param unfit whether what is unfit to use can be written down here */
    Choices choices(boolean unfit) {
        Set<String> items = new LinkedHashSet<>();
        Set<String> sizes = new LinkedHashSet<>();
        Set<String> growOld = new HashSet<>();
        List<Item> all = new ArrayList<>(catalogue.mostUsed());
        all.addAll(catalogue.active());
        for (Item item : all) {
            if (!item.getCategory().equals(WrittenLines.UNSORTED) && !item.getCategory().equals(MONEY)) {
                items.add(catalogue.label(item));
                sizes.addAll(item.getSizes());
                if (item.isExpiring()) {
                    growOld.add(catalogue.label(item));
                }
            }
        }
        return new Choices(List.copyOf(items), sizes, fits(), grades(unfit), growOld);
    }

    private List<Option> fits() {
        return Arrays.stream(Wearer.values())
                .filter(wearer -> wearer != Wearer.ANY)
                .map(wearer -> new Option(wearer.word(), frame.say("catalogue_wearer_" + wearer.word(), Map.of())))
                .toList();
    }

    private List<Option> grades(boolean unfit) {
        List<Grade> grades = unfit
                ? List.of(Grade.GOOD, Grade.NEW, Grade.WORN, Grade.UNFIT)
                : List.of(Grade.GOOD, Grade.NEW, Grade.WORN);
        return grades.stream()
                .map(grade -> new Option(grade.word(), frame.say("catalogue_grade_" + grade.word(), Map.of())))
                .toList();
    }

    /** What was typed or scanned as the item of a line: its code, and the size that a barcode stands on; null where there is none. */
    record Named(String item, String size) {
        /** What was typed as the size goes before what the barcode says. */
        String size(String typed) {
            return typed == null ? size : typed;
        }
    }

    /** The item that was chosen by its label, or scanned; where there is none, a fault is noted. */
    Named item(Reading typed, String field) {
        String label = typed.text(field);
        if (label == null) {
            return new Named(null, null);
        }
        Item item = catalogue.labelled(label);
        if (item != null) {
            return new Named(item.getCode(), null);
        }
        if (Gtin.looksLike(label)) {
            return barcodes.find(label)
                    .map(found -> new Named(found.item(), found.size()))
                    .orElseGet(() -> new Named(typed.refuse(field, "error_item_barcode_unknown", label), null));
        }
        return new Named(typed.refuse(field, "error_item_unknown", label), null);
    }

    /** The item of the code as a form shows it. */
    String label(String code) {
        Item item = catalogue.find(code);
        return item == null ? code : catalogue.label(item);
    }
}
