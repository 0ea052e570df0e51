package org.kindtrail.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Transfer;

/**
 * Puts goods into containers and takes them out. One act is one document, whatever it moves, and is taken back as any
 * put-away ({@link org.kindtrail.stock.MoveService#reverse}).
 */
@ApplicationScoped
public class PackingService {
    private final Containers containers;
    private final Contents contents;
    private final Places places;
    private final Ledger ledger;
    private final Rules rules;
    private final Codes codes;
    private final Clock clock;

    PackingService(
            Containers containers,
            Contents contents,
            Places places,
            Ledger ledger,
            Rules rules,
            Codes codes,
            Clock clock) {
        this.containers = containers;
        this.contents = contents;
        this.places = places;
        this.ledger = ledger;
        this.rules = rules;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * @throws Invalid naming the lines at fault
     * @throws Refused when the container is sealed, closed or out of reach
     * @throws org.kindtrail.stock.NotEnoughStock when less is there and free
     */
    @Transactional
    public PackedView pack(String code, Pack command) {
        rules.check(command);
        Place box = containers.get(code);
        refuseShut(box);
        List<Contents.Free> goods =
                command.everythingAt() == null ? picked(box, command.lines()) : everything(box, command);
        return write(box, Reason.PACKED, goods, box);
    }

    /** The ledger refuses under its lock; this says it before anything else is looked at. */
    private static void refuseShut(Place box) {
        if (!box.isActive()) {
            throw new Refused("error_container_closed", Map.of("container", box.getCode()));
        }
        if (!box.isAtHand()) {
            throw new Refused("error_container_out_of_reach", Map.of("container", box.getCode()));
        }
        if (box.isSealed()) {
            throw new Refused("error_container_sealed", Map.of("container", box.getCode()));
        }
    }

    private List<Contents.Free> everything(Place box, Pack command) {
        if (command.lines() != null && !command.lines().isEmpty()) {
            throw Invalid.field("lines", "error_container_everything_or_lines");
        }
        Place shelf = places.known("everythingAt", command.everythingAt());
        if (shelf.getId().equals(box.getId())) {
            throw Invalid.field("everythingAt", "error_stock_same_place", Map.of("place", shelf.label()));
        }
        List<Contents.Free> all = contents.freeAt(shelf);
        if (all.isEmpty()) {
            throw Invalid.field("everythingAt", "error_container_nothing_free", Map.of("place", shelf.label()));
        }
        return all;
    }

    private List<Contents.Free> picked(Place box, List<Pack.Line> lines) {
        if (lines == null || lines.isEmpty()) {
            throw Invalid.field("lines", "error_container_nothing_named");
        }
        List<FieldError> faults = new ArrayList<>();
        List<String> lots = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            lots.add(lot(i, lines.get(i).lot(), faults));
        }
        refuse(faults);
        Map<String, List<Contents.Free>> free = contents.freeOf(lots).stream()
                .filter(each -> !each.place().getId().equals(box.getId()))
                .collect(Collectors.groupingBy(each -> each.lot().getCode()));
        Taking taking = new Taking(faults);
        for (int i = 0; i < lines.size(); i++) {
            Pack.Line line = lines.get(i);
            List<Contents.Free> there = free.getOrDefault(lots.get(i), List.of());
            Optional<Contents.Free> from = from(box, i, line.from(), lots.get(i), there, faults);
            int number = i;
            from.ifPresent(found -> taking.take(number, found, line.quantity()));
        }
        refuse(faults);
        return taking.taken();
    }

    private static String lot(int index, String typed, List<FieldError> faults) {
        return Code.read(CodeKind.BAG, typed).orElseGet(() -> {
            faults.add(new FieldError(
                    "lines[" + index + "].lot",
                    "error_container_lot_unknown",
                    Map.of("given", typed.length() <= 60 ? typed : typed.substring(0, 57) + "...")));
            return "";
        });
    }

    /** Where it is taken from: the place named, or the only one, or the only one at the container's site. */
    private Optional<Contents.Free> from(
            Place box, int index, String named, String lot, List<Contents.Free> there, List<FieldError> faults) {
        List<Contents.Free> fits = there;
        if (named != null) {
            String code = Places.read(named).orElse("");
            fits = there.stream().filter(each -> each.place().getCode().equals(code)).toList();
        } else if (there.size() > 1) {
            Long site = box.stands().getId();
            fits = there.stream().filter(each -> each.place().stands().getId().equals(site)).toList();
            fits = fits.isEmpty() ? there : fits;
        }
        if (fits.size() == 1) {
            return Optional.of(fits.get(0));
        }
        if (fits.isEmpty()) {
            faults.add(new FieldError("lines[" + index + "].lot", "error_container_lot_not_free", Map.of("lot", lot)));
        } else {
            String where = fits.stream().map(each -> each.place().label()).collect(Collectors.joining("; "));
            faults.add(new FieldError(
                    "lines[" + index + "].from", "error_container_lot_at_several", Map.of("lot", lot, "places", where)));
        }
        return Optional.empty();
    }

    /** What lines take, each of what the ones before have left. */
    private static final class Taking {
        private final List<FieldError> faults;
        private final List<Contents.Free> taken = new ArrayList<>();

        private Taking(List<FieldError> faults) {
            this.faults = faults;
        }

        private void take(int index, Contents.Free from, Long wanted) {
            long left = from.free()
                    - taken.stream()
                            .filter(each -> each.lot() == from.lot() && each.place() == from.place())
                            .mapToLong(Contents.Free::free)
                            .sum();
            long quantity = wanted == null ? left : wanted;
            if (left == 0) {
                faults.add(new FieldError(
                        "lines[" + index + "].lot", "error_container_lot_twice", Map.of("lot", from.lot().getCode())));
            } else if (quantity > left) {
                faults.add(new FieldError(
                        "lines[" + index + "].quantity",
                        "error_container_too_few",
                        Map.of(
                                "lot", from.lot().getCode(),
                                "place", from.place().label(),
                                "available", left,
                                "wanted", quantity)));
            } else {
                taken.add(new Contents.Free(from.lot(), from.place(), quantity));
            }
        }

        private List<Contents.Free> taken() {
            return taken;
        }
    }

    private static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    /** The same the other way round. */
    @Transactional
    public PackedView unpack(String code, Unpack command) {
        rules.check(command);
        Place box = containers.get(code);
        refuseShut(box);
        Place to = command.to() == null ? box.getParent() : places.open("to", command.to());
        if (to.getId().equals(box.getId())) {
            throw Invalid.field("to", "error_stock_same_place", Map.of("place", to.label()));
        }
        boolean named = command.lines() != null && !command.lines().isEmpty();
        boolean all = Boolean.TRUE.equals(command.all());
        if (named == all) {
            throw Invalid.field("lines", named ? "error_container_all_or_lines" : "error_container_nothing_named");
        }
        List<Contents.Free> free = contents.freeAt(box);
        if (all && free.isEmpty()) {
            throw Invalid.field("all", "error_container_nothing_free", Map.of("place", box.label()));
        }
        return write(box, Reason.UNPACKED, all ? free : out(free, command.lines()), to);
    }

    private static List<Contents.Free> out(List<Contents.Free> free, List<Unpack.Line> lines) {
        List<FieldError> faults = new ArrayList<>();
        Map<String, Contents.Free> byLot =
                free.stream().collect(Collectors.toMap(each -> each.lot().getCode(), each -> each));
        Taking taking = new Taking(faults);
        for (int i = 0; i < lines.size(); i++) {
            String lot = lot(i, lines.get(i).lot(), faults);
            Contents.Free there = byLot.get(lot);
            if (there != null) {
                taking.take(i, there, lines.get(i).quantity());
            } else if (!lot.isEmpty()) {
                faults.add(new FieldError("lines[" + i + "].lot", "error_container_lot_not_in_it", Map.of("lot", lot)));
            }
        }
        refuse(faults);
        return taking.taken();
    }

    private PackedView write(Place box, Reason reason, List<Contents.Free> goods, Place to) {
        String document = codes.next(CodeKind.MOVE);
        Entry entry = new Entry(reason, document, clock.instant());
        ledger.move(goods.stream()
                .map(each -> new Transfer(each.lot(), each.place(), to, each.free(), entry))
                .toList());
        return new PackedView(
                document,
                box.getCode(),
                goods.size(),
                goods.stream().mapToLong(Contents.Free::free).sum());
    }
}
