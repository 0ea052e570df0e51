package org.kindtrail.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.programme.Programme;
import org.kindtrail.programme.Programmes;
import org.kindtrail.stock.ConversionKind;
import org.kindtrail.stock.Making;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.NotEnoughStock;
import org.kindtrail.stock.Oldest;
import org.kindtrail.stock.Reason;

/** Packs kits. */
@ApplicationScoped
public class Assembly {
    private final Kits kits;
    private final Parts parts;
    private final Works works;
    private final WorkDesk desk;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Rules rules;
    private final Programmes programmes;

    Assembly(
            Kits kits,
            Parts parts,
            Works works,
            WorkDesk desk,
            Catalogue catalogue,
            Goods goods,
            Rules rules,
            Programmes programmes) {
        this.programmes = programmes;
        this.kits = kits;
        this.parts = parts;
        this.works = works;
        this.desk = desk;
        this.catalogue = catalogue;
        this.goods = goods;
        this.rules = rules;
    }

    /**
     * Packs so many kits: one lot of them. It is in the worst condition that any of its parts is in. Kits for a programme are
     * kept for it, and what is kept for it may be among their parts.
     *
     * @throws NotEnoughStock naming each part that is missing, and how much of it
     */
    @Transactional
    public WorkView pack(PackKits command) {
        rules.check(command);
        Kit kit = kits.byCode(command.kit())
                .orElseThrow(() -> Invalid.field("kit", "error_workshop_kit_unknown", Map.of("given", command.kit())));
        kit.refuseIfRetired();
        Place at = desk.open("place", command.place());
        Place site = at.getTop() == null ? at : at.getTop();
        Place to = desk.put("to", command.to(), at);
        Item item = catalogue.of(kit.getItemId());
        long quantity = command.quantity();
        Programme programme = programmes.chargeable("programme", command.programme());
        Long keptFor = programme == null ? null : programme.getId();
        Parts.Free free = parts.free(kit, site, keptFor);
        refuseIfMissing(kit, site, item, free, quantity);
        List<Parts.Filling> filled = parts.fill(free, site, keptFor, quantity);
        Work work = desk.begin(WorkKind.KIT, at, command.remark(), command.occurredAt()).packing(kit, quantity);
        Grade worst = filled.stream()
                .map(filling -> filling.picked().lot().getGrade())
                .max(Comparator.naturalOrder())
                .orElse(Grade.GOOD);
        desk.done(
                work,
                new Making(
                        ConversionKind.KIT,
                        site,
                        WorkDesk.entry(work, Reason.KIT),
                        inputs(filled),
                        List.of(new Making.Output(
                                new NewLot(desk.newCode(), item, null, null, worst, quantity)
                                        .until(earliest(filled))
                                        .keptFor(keptFor),
                                to))));
        works.keep(work, held(filled));
        return desk.view(work);
    }

    private void refuseIfMissing(Kit kit, Place site, Item item, Parts.Free free, long quantity) {
        Map<Packing.Ware, Long> there = free.inHouse();
        long[] missing = free.packing().missing(there, quantity);
        List<String> words = new ArrayList<>();
        for (KitPart part : kit.getParts()) {
            if (missing[part.getLine() - 1] > 0) {
                words.add(parts.words(part, missing[part.getLine() - 1]));
            }
        }
        if (!words.isEmpty()) {
            throw new NotEnoughStock(
                    "error_workshop_parts_missing",
                    Map.of(
                            "kits", goods.say(item, null, quantity),
                            "place", site.label(),
                            "missing", String.join("; ", words),
                            "possible", free.packing().possible(there)));
        }
    }

    /** A kit is of use as long as all of its parts are. */
    private static LocalDate earliest(List<Parts.Filling> filled) {
        return filled.stream()
                .map(filling -> filling.picked().lot().getExpiresOn())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The same lot at the same place once, even if it fills several parts. */
    private static List<Making.Input> inputs(List<Parts.Filling> filled) {
        record Where(Long lot, Long place) {}
        Map<Where, Making.Input> inputs = new LinkedHashMap<>();
        for (Parts.Filling filling : filled) {
            Oldest.Picked picked = filling.picked();
            inputs.merge(
                    new Where(picked.lot().getId(), picked.place().getId()),
                    new Making.Input(picked.lot(), picked.place(), picked.quantity()),
                    (one, more) -> new Making.Input(one.lot(), one.from(), one.quantity() + more.quantity()));
        }
        return List.copyOf(inputs.values());
    }

    private static List<Returning.Held> held(List<Parts.Filling> filled) {
        record Which(int part, Long lot) {}
        Map<Which, Long> held = new LinkedHashMap<>();
        filled.forEach(filling -> held.merge(
                new Which(filling.part() + 1, filling.picked().lot().getId()),
                filling.picked().quantity(),
                Long::sum));
        return held.entrySet().stream()
                .map(each -> new Returning.Held(each.getKey().part(), each.getKey().lot(), each.getValue()))
                .toList();
    }
}
