package org.kindtrail.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.stock.ConversionKind;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Lots;
import org.kindtrail.stock.Making;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Reason;

/** Looks at a lot anew: another grade, size or wearer, another item of the same unit, or two lots where there was one. */
@ApplicationScoped
public class Grading {
    private final Works works;
    private final WorkDesk desk;
    private final Lots lots;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Rules rules;

    Grading(Works works, WorkDesk desk, Lots lots, Catalogue catalogue, Goods goods, Rules rules) {
        this.works = works;
        this.desk = desk;
        this.lots = lots;
        this.catalogue = catalogue;
        this.goods = goods;
        this.rules = rules;
    }

    @Transactional
    public WorkView grade(GradeLot command) {
        rules.check(command);
        Lot lot = desk.lot("lot", command.lot());
        gradable(lot);
        Place at = desk.from(lot, command.place(), command.quantity());
        List<Making.Output> outputs = outputs(command, lot, at);
        refuseUnlessSame(command, lot, outputs);
        Work work = desk.begin(WorkKind.GRADING, at, command.remark(), command.occurredAt())
                .grading(command.quantity());
        desk.done(
                work,
                Making.of(
                        ConversionKind.GRADING,
                        lot,
                        command.quantity(),
                        at,
                        WorkDesk.entry(work, Reason.GRADED),
                        outputs));
        return desk.view(work);
    }

    private static void gradable(Lot lot) {
        if (lot.getGrade() == Grade.UNSORTED) {
            throw new Refused("error_workshop_unsorted", Map.of("lot", lot.getCode()));
        }
        if (Catalogue.isMoney(lot.getItem())) {
            throw new Refused("error_workshop_money", Map.of("lot", lot.getCode()));
        }
    }

    private List<Making.Output> outputs(GradeLot command, Lot lot, Place at) {
        Item usual = catalogue.of(lot.getItem().getId());
        List<FieldError> faults = new ArrayList<>();
        List<Making.Output> outputs = new ArrayList<>();
        for (int i = 0; i < command.lines().size(); i++) {
            String path = "lines[" + i + "].";
            MadeLine line = command.lines().get(i);
            NewLot made = desk.made(path, line, usual, faults);
            if (made != null && !made.item().getUnit().equals(usual.getUnit())) {
                faults.add(new FieldError(
                        path + "item",
                        "error_workshop_grade_unit",
                        Map.of(
                                "item", catalogue.label(made.item()),
                                "unit", goods.unit(made.item()),
                                "lot", lot.getCode(),
                                "lotUnit", goods.unit(usual))));
            } else if (made != null) {
                outputs.add(new Making.Output(
                        asBefore(made, lot, line), desk.to(made.grade(), desk.put(path + "place", line.place(), at))));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return outputs;
    }

    /**
     * Of the same item in the same condition it is worth what it was, and fits whom it fitted; it is of use as long as it was,
     * unless another day is told.
     */
    private static NewLot asBefore(NewLot made, Lot lot, MadeLine line) {
        boolean same = made.item().getId().equals(lot.getItem().getId());
        return new NewLot(
                made.code(),
                made.item(),
                made.size(),
                line.fits() == null && same ? lot.getFits() : made.fits(),
                made.grade(),
                made.quantity(),
                same && made.grade() == lot.getGrade() ? Opening.worth(lot, made.quantity()) : null,
                made.expiresOn() == null && (same || made.item().isExpiring()) ? lot.getExpiresOn() : made.expiresOn());
    }

    private void refuseUnlessSame(GradeLot command, Lot lot, List<Making.Output> outputs) {
        long sum = outputs.stream().mapToLong(output -> output.made().quantity()).sum();
        if (sum != command.quantity()) {
            throw Invalid.field(
                    "quantity",
                    "error_workshop_grade_sum",
                    Map.of("given", command.quantity(), "sum", sum, "lot", lot.getCode()));
        }
        NewLot only = outputs.get(0).made();
        if (outputs.size() == 1
                && command.quantity() == lot.getQuantity()
                && only.item().getId().equals(lot.getItem().getId())
                && Objects.equals(only.size(), lot.getSize())
                && only.grade() == lot.getGrade()
                && Objects.equals(only.expiresOn(), lot.getExpiresOn())
                && only.fits() == lot.getFits()) {
            throw Invalid.field("lines[0].grade", "error_workshop_grade_nothing", Map.of("lot", lot.getCode()));
        }
    }

    /** What the page for grading a lot shows. */
    record Gradable(Lot lot, Item item, List<Works.Lying> lying) {}

    @Transactional
    Gradable gradable(String code) {
        Lot lot = lots.get(code);
        gradable(lot);
        return new Gradable(lot, catalogue.of(lot.getItem().getId()), works.whereFree(lot));
    }
}
