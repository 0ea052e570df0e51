package org.kindtrail.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.stock.ConversionKind;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Lots;
import org.kindtrail.stock.Making;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Reason;

/** Takes kits apart: what went in comes out, lot by lot, so that everything is again of who gave it. */
@ApplicationScoped
public class Opening {
    private final Works works;
    private final WorkDesk desk;
    private final Lots lots;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Rules rules;

    Opening(Works works, WorkDesk desk, Lots lots, Catalogue catalogue, Goods goods, Rules rules) {
        this.works = works;
        this.desk = desk;
        this.lots = lots;
        this.catalogue = catalogue;
        this.goods = goods;
        this.rules = rules;
    }

    /** @throws Refused when the kits were not packed here: then nobody knows what is in them */
    @Transactional
    public WorkView open(OpenKits command) {
        rules.check(command);
        Lot kits = desk.lot("lot", command.lot());
        Work packing = works.packing(kits)
                .orElseThrow(() -> new Refused("error_workshop_not_packed_here", Map.of("lot", kits.getCode())));
        // Of two who open kits of one packing the second waits here, and divides what the first left.
        works.lock(packing);
        Place at = desk.from(kits, command.place(), command.quantity());
        Place to = desk.put("to", command.to(), at);
        Work work = desk.begin(WorkKind.OPENING, at, command.remark(), command.occurredAt())
                .opening(packing, command.quantity());
        List<Returning.Held> out =
                Returning.of(works.stillIn(packing), command.quantity(), works.stillPacked(packing));
        SortedMap<Long, Long> byLot = new TreeMap<>();
        out.forEach(held -> byLot.merge(held.lot(), held.quantity(), Long::sum));
        Map<Lot, Long> returned = known(byLot);
        Map<Lot, Long> damaged = damaged(command, returned);
        List<Making.Output> outputs = new ArrayList<>();
        returned.forEach((lot, quantity) -> {
            long bad = damaged.getOrDefault(lot, 0L);
            add(outputs, lot, lot.getGrade(), quantity - bad, to);
            add(outputs, lot, Grade.UNFIT, bad, to);
        });
        desk.done(
                work,
                Making.of(
                        ConversionKind.OPENING,
                        kits,
                        command.quantity(),
                        at,
                        WorkDesk.entry(work, Reason.KIT),
                        outputs));
        works.keep(work, out);
        return desk.view(work);
    }

    private Map<Lot, Long> known(SortedMap<Long, Long> byLot) {
        Map<Lot, Long> known = new LinkedHashMap<>();
        lots.list("from Lot l join fetch l.item where l.id in ?1 order by l.id", byLot.keySet())
                .forEach(lot -> known.put(lot, byLot.get(lot.getId())));
        return known;
    }

    private void add(List<Making.Output> outputs, Lot of, Grade grade, long quantity, Place to) {
        if (quantity > 0) {
            NewLot lot = new NewLot(
                    desk.newCode(),
                    catalogue.of(of.getItem().getId()),
                    of.getSize(),
                    of.getFits(),
                    grade,
                    quantity,
                    grade == of.getGrade() ? worth(of, quantity) : null,
                    of.getExpiresOn());
            outputs.add(new Making.Output(lot, desk.to(grade, to), List.of(of)));
        }
    }

    /** What so much of a lot is worth, by what all of it was; null when nobody said. */
    static Money worth(Lot of, long quantity) {
        return of.getWorth() == null
                ? null
                : new Money(
                        BigInteger.valueOf(of.getWorth().minor())
                                .multiply(BigInteger.valueOf(quantity))
                                .divide(BigInteger.valueOf(of.getQuantity()))
                                .longValueExact(),
                        of.getWorth().currency());
    }

    /** How much of what each lot returns is damaged; of several lots of an item the first. */
    private Map<Lot, Long> damaged(OpenKits command, Map<Lot, Long> returned) {
        Map<Lot, Long> damaged = new LinkedHashMap<>();
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; command.damaged() != null && i < command.damaged().size(); i++) {
            OpenKits.Damaged told = command.damaged().get(i);
            long left = told.quantity();
            long there = 0;
            for (Map.Entry<Lot, Long> each : returned.entrySet()) {
                Item item = each.getKey().getItem();
                if (item.getCode().equals(told.item())) {
                    long can = each.getValue() - damaged.getOrDefault(each.getKey(), 0L);
                    long bad = Math.min(left, can);
                    damaged.merge(each.getKey(), bad, Long::sum);
                    left -= bad;
                    there += can;
                }
            }
            if (left > 0) {
                faults.add(tooMany("damaged[" + i + "].", told, there));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return damaged;
    }

    private FieldError tooMany(String path, OpenKits.Damaged told, long there) {
        Item item = catalogue.find(told.item());
        return item == null || there == 0
                ? new FieldError(path + "item", "error_workshop_damaged_item", Map.of("given", told.item()))
                : new FieldError(
                        path + "quantity",
                        "error_workshop_damaged_many",
                        Map.of(
                                "item", goods.name(item, null),
                                "given", told.quantity(),
                                "there", goods.quantity(item, there)));
    }

    /** What the page for taking a lot of kits apart shows: what is in one kit, as far as that can be said. */
    record Openable(Lot kits, Work packing, List<Works.Lying> lying, List<Item> items) {}

    @Transactional
    Openable openable(String code) {
        Lot kits = lots.get(code);
        Work packing = works.packing(kits)
                .orElseThrow(() -> new Refused("error_workshop_not_packed_here", Map.of("lot", kits.getCode())));
        List<Long> ids = works.stillIn(packing).stream().map(Returning.Held::lot).distinct().toList();
        List<Item> items = ids.isEmpty()
                ? List.of()
                : lots.list("from Lot l where l.id in ?1 order by l.id", ids).stream()
                        .map(lot -> lot.getItem().getId())
                        .distinct()
                        .map(catalogue::of)
                        .toList();
        return new Openable(kits, packing, works.whereFree(kits), items);
    }
}
