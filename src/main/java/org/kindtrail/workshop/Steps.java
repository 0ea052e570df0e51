package org.kindtrail.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.drive.Drive;
import org.kindtrail.drive.DriveKind;
import org.kindtrail.drive.Drives;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.stock.ConversionKind;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Making;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Reason;

/** Records the steps of a workshop: 40 used cards became 31 new ones and 9 scraps. */
@ApplicationScoped
public class Steps {
    private final Drives drives;
    private final Picking picking;
    private final WorkDesk desk;
    private final Catalogue catalogue;
    private final Rules rules;

    Steps(Drives drives, Picking picking, WorkDesk desk, Catalogue catalogue, Rules rules) {
        this.drives = drives;
        this.picking = picking;
        this.desk = desk;
        this.catalogue = catalogue;
        this.rules = rules;
    }

    @Transactional
    public WorkView record(RecordStep command) {
        rules.check(command);
        Drive drive = drives.byCode(command.drive())
                .orElseThrow(() ->
                        Invalid.field("drive", "error_workshop_drive_unknown", Map.of("given", command.drive())));
        if (drive.getKind() != DriveKind.WORKSHOP) {
            throw Invalid.field("drive", "error_workshop_drive_kind", Map.of("drive", drive.getCode()));
        }
        if (!drive.isOpen()) {
            throw new Refused("error_workshop_drive_closed", Map.of("drive", drive.getCode()));
        }
        Place site = drive.getSite();
        List<FieldError> faults = new ArrayList<>();
        List<Picking.Wish> wishes = wishes(command, faults);
        List<NewLot> made = new ArrayList<>();
        for (int i = 0; i < command.outputs().size(); i++) {
            made.add(desk.made("outputs[" + i + "].", command.outputs().get(i), null, faults));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        List<Place> put = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            put.add(desk.put("outputs[" + i + "].place", command.outputs().get(i).place(), site));
        }
        List<Making.Input> inputs = picking.pick(site, wishes);
        LocalDate earliest = earliest(inputs);
        List<Making.Output> outputs = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            NewLot lot = made.get(i);
            boolean unsaid = lot.expiresOn() == null && lot.item().isExpiring();
            outputs.add(new Making.Output(unsaid ? lot.until(earliest) : lot, desk.to(lot.grade(), put.get(i))));
        }
        Work work = desk.begin(WorkKind.WORKSHOP, site, command.remark(), command.occurredAt()).stepOf(drive);
        desk.done(
                work,
                new Making(ConversionKind.WORKSHOP, site, WorkDesk.entry(work, Reason.WORKSHOP), inputs, outputs));
        return desk.view(work);
    }

    /** What comes of several things is of use as long as all of them are. */
    private static LocalDate earliest(List<Making.Input> inputs) {
        return inputs.stream()
                .map(input -> input.lot().getExpiresOn())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<Picking.Wish> wishes(RecordStep command, List<FieldError> faults) {
        List<Picking.Wish> wishes = new ArrayList<>();
        for (int i = 0; i < command.inputs().size(); i++) {
            try {
                wishes.add(wish("inputs[" + i + "].", command.inputs().get(i)));
            } catch (Invalid invalid) {
                faults.addAll(invalid.fields());
            }
        }
        return wishes;
    }

    private Picking.Wish wish(String path, RecordStep.Input input) {
        if (input.lot() != null && input.item() != null) {
            throw Invalid.field(path + "lot", "error_workshop_item_and_lot");
        }
        if (input.grade() == Grade.UNFIT || input.grade() == Grade.UNSORTED) {
            throw Invalid.field(path + "grade", "error_workshop_input_grade");
        }
        if (input.lot() != null) {
            Lot lot = desk.lot(path + "lot", input.lot());
            if (lot.getGrade() == Grade.UNSORTED || Catalogue.isMoney(lot.getItem())) {
                throw Invalid.field(path + "lot", "error_workshop_input_lot", Map.of("lot", lot.getCode()));
            }
            return new Picking.Wish(lot, catalogue.of(lot.getItem().getId()), null, null, input.quantity());
        }
        Item item = catalogue.active(path + "item", input.item());
        if (item.getCategory().equals(Catalogue.UNSORTED)) {
            throw Invalid.field(path + "item", "error_workshop_item_unsorted", Map.of("item", catalogue.label(item)));
        }
        String size = input.size() == null || input.size().isBlank() ? null : input.size().strip();
        catalogue.checkFit(path, item, size, null);
        return new Picking.Wish(null, item, size, input.grade(), input.quantity());
    }
}
