package org.kindtrail.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.stock.NewLot;

/** Turns lines that people write into lots that are to come to be, and says of each line what does not fit. */
@ApplicationScoped
class WrittenLines {
    /** The category of what nobody has looked into; a line says what a thing is, so it cannot be one of these. */
    static final String UNSORTED = "unsorted";

    private static final Set<Grade> RECEIVED = EnumSet.of(Grade.NEW, Grade.GOOD, Grade.WORN);
    private static final Set<Grade> SORTED = EnumSet.of(Grade.NEW, Grade.GOOD, Grade.WORN, Grade.UNFIT);

    private final Catalogue catalogue;
    private final Codes codes;

    WrittenLines(Catalogue catalogue, Codes codes) {
        this.catalogue = catalogue;
        this.codes = codes;
    }

    NewLot bag(String code) {
        return new NewLot(code, catalogue.find(Item.UNSORTED_BAG), null, null, Grade.UNSORTED, 1);
    }

    String newCode() {
        return codes.next(CodeKind.BAG);
    }

    /** @return null when something is wrong with the line; the faults say what */
    NewLot received(String path, DonationLine line, List<FieldError> faults) {
        return lot(path, line.item(), line.size(), line.fits(), line.grade(), line.quantity(), line.expiresOn(), RECEIVED, faults);
    }

    NewLot sorted(String path, SortedLine line, List<FieldError> faults) {
        return lot(path, line.item(), line.size(), line.fits(), line.grade(), line.quantity(), line.expiresOn(), SORTED, faults);
    }

    private NewLot lot(
            String path,
            String code,
            String typedSize,
            Wearer fits,
            Grade grade,
            long quantity,
            LocalDate expiresOn,
            Set<Grade> grades,
            List<FieldError> faults) {
        try {
            Item item = catalogue.active(path + "item", code);
            if (item.getCategory().equals(UNSORTED)) {
                throw Invalid.field(path + "item", "error_intake_item_unsorted", Map.of("item", catalogue.label(item)));
            }
            String size = typedSize == null || typedSize.isBlank() ? null : typedSize.strip();
            catalogue.checkFit(path, item, size, fits);
            Grade known = grade == null ? Grade.GOOD : grade;
            if (!grades.contains(known)) {
                throw Invalid.field(path + "grade", "error_intake_grade_" + known.word());
            }
            catalogue.checkExpiry(path, item, expiresOn);
            return new NewLot(newCode(), item, size, fits, known, quantity).until(expiresOn);
        } catch (Invalid invalid) {
            faults.addAll(invalid.fields());
            return null;
        }
    }
}
