package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Freshness;
import org.kindtrail.stock.KeptForProgramme;
import org.kindtrail.stock.KeptFor;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Lots;
import org.kindtrail.stock.NotEnoughStock;
import org.kindtrail.stock.Promise;
import org.kindtrail.web.Frame;

/** Chooses what is to be promised to a need, which is locked by now. */
@ApplicationScoped
class Picking {
    private final Lots lots;
    private final Places places;
    private final Candidates candidates;
    private final Catalogue catalogue;
    private final NeedViews views;
    private final Scope scope;
    private final Freshness freshness;
    private final Frame frame;
    private final KeptForProgramme kept;
    private final Today today;

    Picking(
            Lots lots,
            Places places,
            Candidates candidates,
            Catalogue catalogue,
            NeedViews views,
            Scope scope,
            Freshness freshness,
            Frame frame,
            KeptForProgramme kept,
            Today today) {
        this.kept = kept;
        this.today = today;
        this.freshness = freshness;
        this.frame = frame;
        this.lots = lots;
        this.places = places;
        this.candidates = candidates;
        this.catalogue = catalogue;
        this.views = views;
        this.scope = scope;
    }

    /** What somebody picked out, lot by lot. */
    List<Promise> picked(Need need, List<AllocateStock.Pick> picks) {
        Map<String, Lot> lotsByCode = lots(picks.stream().map(AllocateStock.Pick::lot).toList());
        Map<String, Place> placesByCode =
                places(picks.stream().map(AllocateStock.Pick::place).toList());
        List<FieldError> faults = new ArrayList<>();
        List<Promise> promises = new ArrayList<>();
        Instant until = today.promisesUntil();
        for (int i = 0; i < picks.size(); i++) {
            AllocateStock.Pick pick = picks.get(i);
            String path = "picks[" + i + "].";
            NeedLine line = need.line(path + "line", pick.line());
            Lot lot = Code.read(CodeKind.BAG, pick.lot()).map(lotsByCode::get).orElse(null);
            Place place = Places.read(pick.place()).map(placesByCode::get).orElse(null);
            if (lot == null) {
                faults.add(new FieldError(path + "lot", "error_need_lot_unknown", given(pick.lot())));
            } else if (place == null) {
                faults.add(new FieldError(path + "place", "error_place_unknown", given(pick.place())));
            } else if (!fits(line, lot)) {
                faults.add(new FieldError(path + "lot", "error_need_lot_unfit", unfit(line, lot)));
            } else if (!freshness.isOfUse(lot)) {
                faults.add(new FieldError(
                        path + "lot",
                        "error_need_lot_past",
                        Map.of("lot", lot.getCode(), "day", frame.day(lot.getExpiresOn()))));
            } else if (!kept.mayGo(lot, need.programmeId())) {
                faults.add(new FieldError(path + "lot", "error_need_lot_kept", Map.of("lot", lot.getCode())));
            } else {
                promises.add(new Promise(line.getId(), need.getCode(), lot, place, pick.quantity(), until));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        Map<Integer, Long> wanted = new TreeMap<>();
        picks.forEach(pick -> wanted.merge(pick.line(), pick.quantity(), Long::sum));
        wanted.forEach((line, quantity) -> refuseMoreThanMissing(need, need.line("", line), quantity));
        return promises;
    }

    private static Map<String, Object> given(String code) {
        return Map.of("given", Given.shortened(code));
    }

    private Map<String, Object> unfit(NeedLine line, Lot lot) {
        return Map.of(
                "lot", lot.getCode(),
                "item", catalogue.label(catalogue.of(lot.getItem().getId())),
                "line", line.getLine(),
                "what", views.what(line));
    }

    private boolean fits(NeedLine line, Lot lot) {
        Item item = catalogue.of(lot.getItem().getId());
        return FitsNeedPolicy.fits(line, item, lot.getSize(), lot.getFits(), lot.getGrade());
    }

    private Map<String, Lot> lots(List<String> typed) {
        return lots
                .byCodes(typed.stream()
                        .map(each -> Code.read(CodeKind.BAG, each))
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Lot::getCode, Function.identity()));
    }

    /** Open sites and shelves among them; nothing is promised from what is on the road. */
    private Map<String, Place> places(List<String> typed) {
        return places
                .list(
                        "from Place p left join fetch p.top where p.code in ?1 and p.organisationId = ?2",
                        read(typed),
                        scope.organisation())
                .stream()
                .filter(place -> place.getKind().isForGoods() && place.isAtHand() && isOpen(place))
                .collect(Collectors.toMap(Place::getCode, Function.identity()));
    }

    private static boolean isOpen(Place place) {
        return place.isActive() && (place.getTop() == null || place.getTop().isActive());
    }

    private static Set<String> read(List<String> typed) {
        return typed.stream()
                .map(Places::read)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /**
     * The oldest that fits.
     *
     * @param number the line; null: every line that misses something, in their order
     * @param quantity how many, all of them or none; null: as many as are missing and free
     */
    List<Promise> oldest(Need need, Integer number, Long quantity) {
        List<NeedLine> lines = number == null ? need.getLines() : List.of(need.line("line", number));
        List<NeedLine> wanting = lines.stream().filter(line -> line.missing() > 0).toList();
        if (wanting.isEmpty()) {
            throw new Refused("error_need_nothing_missing", Map.of("need", need.getCode()));
        }
        if (quantity != null) {
            refuseMoreThanMissing(need, wanting.get(0), quantity);
        }
        long wanted = quantity != null
                ? quantity
                : wanting.stream().mapToLong(NeedLine::missing).sum();
        // Each candidate has at least one thing, so no more of them are of use than things are wanted.
        int enough = (int) Math.min(wanted, Integer.MAX_VALUE);
        Map<Integer, List<Candidates.Found>> found = candidates.oldest(wanting, enough);
        Map<List<Long>, Long> left = new HashMap<>();
        List<Taken> taken = new ArrayList<>();
        for (NeedLine line : wanting) {
            long open = quantity == null ? line.missing() : quantity;
            taken.addAll(oldest(line, open, found.getOrDefault(line.getLine(), List.of()), left));
        }
        long got = taken.stream().mapToLong(Taken::quantity).sum();
        if (got == 0 || (quantity != null && got < quantity)) {
            throw tooFew(need, wanting.get(0), wanted, got);
        }
        return promises(need, taken);
    }

    private record Taken(NeedLine line, Candidates.Found from, long quantity) {}

    /** @param left what the lines before have left of what they took from */
    private static List<Taken> oldest(
            NeedLine line, long wanted, List<Candidates.Found> found, Map<List<Long>, Long> left) {
        List<Taken> taken = new ArrayList<>();
        long open = wanted;
        for (Candidates.Found each : found) {
            List<Long> where = List.of(each.lotId(), each.placeId());
            long there = left.getOrDefault(where, each.available());
            long some = Math.min(there, open);
            if (some > 0) {
                taken.add(new Taken(line, each, some));
                left.put(where, there - some);
                open -= some;
            }
        }
        return taken;
    }

    private List<Promise> promises(Need need, List<Taken> taken) {
        Map<Long, Lot> lotsById = lots.byIds(taken.stream().map(each -> each.from().lotId()).toList());
        Map<Long, Place> placesById = places.byIds(taken.stream().map(each -> each.from().placeId()).toList());
        Instant until = today.promisesUntil();
        return taken.stream()
                .map(each -> new Promise(
                        each.line().getId(),
                        need.getCode(),
                        lotsById.get(each.from().lotId()),
                        placesById.get(each.from().placeId()),
                        each.quantity(),
                        until))
                .toList();
    }

    private NotEnoughStock tooFew(Need need, NeedLine line, long wanted, long free) {
        Collection<String> elsewhere = candidates.promisedElsewhere(need, line);
        return new NotEnoughStock(
                elsewhere.isEmpty() ? "error_need_too_few" : "error_need_too_few_promised",
                Map.of(
                        "line", line.getLine(),
                        "what", views.what(line),
                        "wanted", wanted,
                        "free", free,
                        "kind", KeptFor.kind(elsewhere),
                        "needs", String.join(", ", elsewhere)));
    }

    /** A line never gets more than it misses. */
    private void refuseMoreThanMissing(Need need, NeedLine line, long wanted) {
        if (wanted > line.missing()) {
            throw new Refused(
                    "error_need_more_than_missing",
                    Map.of(
                            "need", need.getCode(),
                            "line", line.getLine(),
                            "what", views.what(line),
                            "missing", line.missing(),
                            "wanted", wanted));
        }
    }
}
