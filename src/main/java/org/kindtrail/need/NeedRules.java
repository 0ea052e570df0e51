package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.drive.Drive;
import org.kindtrail.drive.Drives;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.web.Frame;

/** What can be asked for: checked the same whether a need is posted or changed. It looks things up and changes nothing. */
@ApplicationScoped
class NeedRules {
    private final Catalogue catalogue;
    private final Drives drives;
    private final Frame frame;
    private final Today today;

    NeedRules(Catalogue catalogue, Drives drives, Frame frame, Today today) {
        this.catalogue = catalogue;
        this.drives = drives;
        this.frame = frame;
        this.today = today;
    }

    /**
     * @param path the list that the lines stand in
     * @param lines null: none
     */
    void lines(String path, List<PostNeed.Line> lines, List<FieldError> faults) {
        for (int i = 0; lines != null && i < lines.size(); i++) {
            line(path + "[" + i + "].", lines.get(i), faults);
        }
    }

    private void line(String path, PostNeed.Line line, List<FieldError> faults) {
        if ((line.item() == null) == (line.category() == null)) {
            faults.add(new FieldError(path + "item", "error_need_line_what"));
        } else if (line.item() != null) {
            item(path, line, faults);
        } else {
            category(path, line, faults);
        }
    }

    private void item(String path, PostNeed.Line line, List<FieldError> faults) {
        Item item = catalogue.find(line.item());
        if (item == null || !isAskedFor(item)) {
            faults.add(new FieldError(path + "item", "error_item_unknown", Map.of("given", Given.shortened(line.item()))));
            return;
        }
        if (line.fits() != null && !item.getWearer().canFit(line.fits())) {
            faults.add(new FieldError(
                    path + "fits", "error_fits", Map.of("item", catalogue.label(item), "given", wearer(line.fits()))));
        }
        sizes(path, sizes(line.sizes()), item, null, faults);
        substitutes(path, line.substitutes(), item, line.fits(), faults);
    }

    private static boolean isAskedFor(Item item) {
        return item.isActive() && Catalogue.isOfThings(item.getCategory());
    }

    private void category(String path, PostNeed.Line line, List<FieldError> faults) {
        String category = line.category();
        if (!catalogue.hasCategory(category) || !Catalogue.isOfThings(category)) {
            faults.add(new FieldError(
                    path + "category", "error_need_category_unknown", Map.of("given", Given.shortened(category))));
            return;
        }
        sizes(path, sizes(line.sizes()), null, category, faults);
        substitutes(path, line.substitutes(), null, line.fits(), faults);
    }

    /** The sizes must be those of the item, or of the category where no item is named. */
    void sizes(String path, List<String> asked, Item item, String category, List<FieldError> faults) {
        List<String> known = item == null ? catalogue.sizesOf(category) : item.getSizes();
        String what = item == null ? catalogue.categoryName(category) : catalogue.label(item);
        asked.stream().filter(size -> !known.contains(size)).findFirst().ifPresent(unknown -> faults.add(new FieldError(
                path + "sizes",
                known.isEmpty() ? "error_size_none" : "error_item_size",
                Map.of("item", what, "given", Given.shortened(unknown), "known", String.join(", ", known)))));
    }

    /**
     * @param given null: none
     * @param asked the item that they stand in for; null: a category is asked for, and nothing can
     */
    void substitutes(String path, List<String> given, Item asked, Wearer fits, List<FieldError> faults) {
        if (given == null || given.isEmpty()) {
            return;
        }
        if (asked == null) {
            faults.add(new FieldError(path + "substitutes", "error_need_substitutes_category"));
            return;
        }
        for (String code : given) {
            Item item = catalogue.find(code);
            if (item == null || !isAskedFor(item)) {
                faults.add(new FieldError(
                        path + "substitutes", "error_item_unknown", Map.of("given", Given.shortened(code))));
            } else if (item.getId().equals(asked.getId())) {
                faults.add(new FieldError(
                        path + "substitutes", "error_need_substitute_itself", Map.of("item", catalogue.label(item))));
            } else if (FitsNeedPolicy.accepted(fits, asked).stream().noneMatch(item.getWearer()::canFit)) {
                Wearer wanted = fits == null ? asked.getWearer() : fits;
                faults.add(new FieldError(
                        path + "substitutes",
                        "error_need_substitute_fits",
                        Map.of("item", catalogue.label(item), "wanted", wearer(wanted))));
            }
        }
    }

    private String wearer(Wearer wearer) {
        return frame.say(wearer.wordsKey(), Map.of());
    }

    /** Each once. */
    static List<String> sizes(List<String> given) {
        return given == null ? List.of() : given.stream().distinct().toList();
    }

    /** The ids of items whose codes were checked. */
    Set<Long> ids(List<String> codes) {
        return codes == null
                ? Set.of()
                : codes.stream().map(code -> catalogue.find(code).getId()).collect(Collectors.toSet());
    }

    /** Each sex in each band at most once. */
    static Set<PeopleCount> people(List<PeopleOf> given, List<FieldError> faults) {
        Set<PeopleCount> counts = new HashSet<>();
        Set<List<Object>> kinds = new HashSet<>();
        List<PeopleOf> people = given == null ? List.of() : given;
        for (int i = 0; i < people.size(); i++) {
            PeopleOf each = people.get(i);
            if (!kinds.add(List.of(each.sex(), each.ageBand()))) {
                faults.add(new FieldError("people[" + i + "].ageBand", "error_need_people_twice"));
            }
            counts.add(each.count());
        }
        return counts;
    }

    /** @param day the last one that something is asked for; null: there is none */
    void lastDay(LocalDate day, List<FieldError> faults) {
        if (day != null && day.isBefore(today.day())) {
            faults.add(new FieldError("expiresOn", "error_need_expires_past", Map.of("given", frame.day(day))));
        }
    }

    /**
     * The open drive that a field names.
     *
     * @param typed null or empty: none
     * @param was the drive that it is of already, which may have closed; null: none
     */
    Drive drive(String typed, Drive was) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        Drive drive = drives.byCode(typed)
                .orElseThrow(() -> Invalid.field("drive", "error_need_drive_unknown", Map.of("given", Given.shortened(typed))));
        if (!drive.isOpen() && (was == null || !was.getId().equals(drive.getId()))) {
            throw Invalid.field("drive", "error_need_drive_unknown", Map.of("given", Given.shortened(typed)));
        }
        return drive;
    }

    static List<FieldError> noFaults() {
        return new ArrayList<>();
    }

    static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }
}
