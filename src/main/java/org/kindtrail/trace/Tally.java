package org.kindtrail.trace;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kindtrail.picture.ShownPictures;
import org.kindtrail.recipient.PublicWords;
import org.kindtrail.stock.Reason;

/**
 * Where everything is that came in, added up from flows. Each flow is taken whole or not at all, out of one part and into
 * another, so that what came in always equals the sum of the parts, whatever may not be told yet. What parts are told apart
 * by says nothing of the order in which things happened.
 */
final class Tally {
    /**
     * Goods with the same fate.
     *
     * @param to for whom they are or were; null for what stays in the house
     * @param when when they arrived; null before
     * @param about what the fund is for, or the charity's name where everybody may know it; else null
     */
    record Part(String goods, Fate fate, PublicWords.Subject to, When when, String about) {
        Part(String goods, Fate fate, PublicWords.Subject to, When when) {
            this(goods, fate, to, when, null);
        }

        /** The same of other goods. */
        Part of(String otherGoods) {
            return new Part(otherGoods, fate, to, when, about);
        }
    }

    /** How much is looked at: what the public may know, the same without what was taken back, or everything. */
    private enum Sight {
        PUBLIC,
        CORRECTED,
        EXACT
    }

    private final Map<Part, Long> parts = new HashMap<>();
    private final Map<String, Long> in = new TreeMap<>();
    private final Map<String, Long> received = new TreeMap<>();
    private final Map<Long, Flow.Trip> arrivals = new HashMap<>();
    private final Instant now;
    private final ZoneId zone;
    private final Sight sight;

    private Tally(Instant now, ZoneId zone, Sight sight) {
        this.now = now;
        this.zone = zone;
        this.sight = sight;
    }

    /**
     * What the public may know now. That something was taken back is told late, like everything; but what has come back and
     * since gone another way in sight cannot be in two places, so then it is told with that.
     *
     * @param staged how much of what is in the house is being packed, by goods
     */
    static Tally inPublic(List<Flow> flows, Map<String, Long> staged, Instant now, ZoneId zone) {
        Tally told = new Tally(now, zone, Sight.PUBLIC).add(flows, staged);
        return told.isPossible() ? told : new Tally(now, zone, Sight.CORRECTED).add(flows, staged);
    }

    /** What the house knows. */
    static Tally exact(List<Flow> flows, Instant now, ZoneId zone) {
        return new Tally(now, zone, Sight.EXACT).add(flows, Map.of());
    }

    private boolean isPossible() {
        return parts.values().stream().allMatch(quantity -> quantity > 0);
    }

    private Tally add(List<Flow> flows, Map<String, Long> staged) {
        List<Flow> standing = flows.stream().filter(this::stands).toList();
        Set<Long> arrived = standing.stream()
                .filter(flow -> flow.trip() != null && !flow.isDeparture() && isTold(flow))
                .map(flow -> flow.trip().dispatch())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        for (Flow flow : standing) {
            if (flow.trip() == null) {
                stayingHome(flow);
            } else if (flow.isDeparture() ? arrived.contains(flow.trip().dispatch()) || hasLeft(flow) : isTold(flow)) {
                onATrip(flow);
            }
        }
        staged.forEach(this::pack);
        parts.values().removeIf(quantity -> quantity == 0);
        in.values().removeIf(quantity -> quantity == 0);
        return this;
    }

    private boolean stands(Flow flow) {
        if (flow.trip() == null || flow.happened().reversedAt() == null) {
            return true;
        }
        return sight == Sight.PUBLIC && !journey(flow).isTakenBack(flow.happened().reversedAt(), now);
    }

    private boolean isTold(Flow flow) {
        return sight == Sight.EXACT || journey(flow).isTold(reckoned(flow), flow.happened().recordedAt(), now);
    }

    private boolean hasLeft(Flow flow) {
        return sight == Sight.EXACT || journey(flow).isDepartureTold(reckoned(flow), flow.happened().recordedAt(), now);
    }

    private Instant reckoned(Flow flow) {
        return journey(flow).reckoned(flow.happened().at(), flow.trip().cameIn());
    }

    private Journey journey(Flow flow) {
        return new Journey(flow.trip().to().disclosure(), zone);
    }

    private void stayingHome(Flow flow) {
        if (flow.from().point() == Flow.Point.DONATED) {
            received.merge(flow.goods(), flow.quantity(), Long::sum);
        }
        leave(flow);
        reach(flow, null);
    }

    private void onATrip(Flow flow) {
        When when = journey(flow).arrival(flow.happened().at(), flow.trip().cameIn());
        leave(flow);
        reach(flow, when);
        if (flow.to().point() == Flow.Point.DELIVERED || flow.reason() == Reason.DAMAGED) {
            arrivals.put(flow.trip().dispatch(), flow.trip());
        }
    }

    private void leave(Flow flow) {
        if (flow.from().point().isSource()) {
            in.merge(flow.goods(), flow.quantity(), Long::sum);
        } else {
            add(part(flow, flow.from(), null), -flow.quantity());
        }
    }

    private void reach(Flow flow, When when) {
        if (flow.isLookedAt() && flow.to().point() == Flow.Point.CONVERTED
                || flow.to().point() == Flow.Point.DONATED
                || flow.to().point() == Flow.Point.FOUND) {
            in.merge(flow.goods(), -flow.quantity(), Long::sum);
        } else {
            add(part(flow, flow.to(), when), flow.quantity());
        }
    }

    private static Part part(Flow flow, Flow.Spot spot, When when) {
        PublicWords.Subject to = flow.trip() == null ? null : flow.trip().to();
        boolean damaged = flow.reason() == Reason.DAMAGED;
        return switch (spot.point()) {
            case HOUSE -> stays(flow, flow.unsorted() ? Fate.UNSORTED : Fate.WAITING, null);
            case FUND -> stays(flow, Fate.HELD, spot.about());
            case CONSIGNMENT -> to == null
                    ? stays(flow, Fate.WAITING, null)
                    : new Part(flow.goods(), Fate.ON_THE_WAY, to, null);
            case DELIVERED -> new Part(flow.goods(), damaged ? Fate.DAMAGED : Fate.ARRIVED, to, when);
            case LET_GO -> damaged && to != null
                    ? new Part(flow.goods(), Fate.DAMAGED, to, when)
                    : stays(flow, Fate.LET_GO, null);
            case LOST -> stays(flow, Fate.LOST, null);
            case PASSED_ON -> stays(flow, Fate.PASSED_ON, spot.about());
            case PAID_OUT -> isCost(flow)
                    ? stays(flow, Fate.FEE, null)
                    : new Part(flow.goods(), Fate.PAID_OUT, to, when, to == null ? flow.from().about() : null);
            case CONVERTED -> stays(flow, becoming(flow.reason()), null);
            case OPENED -> stays(flow, Fate.OPENED, null);
            case AWAY -> stays(flow, Fate.BACK, null);
            case DONATED, FOUND -> throw new IllegalStateException(spot.point() + " keeps nothing");
        };
    }

    private static Part stays(Flow flow, Fate fate, String about) {
        return new Part(flow.goods(), fate, null, null, about);
    }

    private static boolean isCost(Flow flow) {
        return flow.reason() == Reason.FEE || flow.reason() == Reason.EXCHANGED || flow.reason() == Reason.TRANSFERRED;
    }

    /** What goods and money are used up for. */
    private static Fate becoming(Reason reason) {
        return switch (reason) {
            case SOLD -> Fate.SOLD;
            case KIT -> Fate.PACKED;
            case BOUGHT -> Fate.SPENT;
            case REFUNDED -> Fate.RETURNED;
            case EXCHANGED -> Fate.EXCHANGED;
            case FEE -> Fate.FEE;
            default -> Fate.WORKED;
        };
    }

    private void pack(String goods, long staged) {
        Part waiting = new Part(goods, Fate.WAITING, null, null);
        long packed = Math.min(staged, parts.getOrDefault(waiting, 0L));
        if (packed > 0) {
            add(waiting, -packed);
            add(new Part(goods, Fate.PREPARING, null, null), packed);
        }
    }

    private void add(Part part, long quantity) {
        parts.merge(part, quantity, Long::sum);
    }

    /** Where everything is, in no order. */
    Map<Part, Long> parts() {
        return parts;
    }

    /** What came in, by goods: what was sorted or graded counts as what it became. */
    Map<String, Long> in() {
        return in;
    }

    /** What was received at the door, by goods, before anything became of it. */
    Map<String, Long> received() {
        return received;
    }

    /** The dispatches of which it is told that something arrived, by their ids. */
    Map<Long, Flow.Trip> arrivals() {
        return arrivals;
    }

    /** The photographs and stories that may stand beside it, by the code of the drive. */
    ShownPictures.Page pictures(String drive) {
        return pictures(arrivals, drive, now, zone);
    }

    /** The photographs and stories of arrivals that are told of, by the code of the drive. */
    static ShownPictures.Page pictures(Map<Long, Flow.Trip> arrivals, String drive, Instant now, ZoneId zone) {
        return new ShownPictures.Page(drive, arrivals.keySet(), (dispatch, recordedAt) ->
                new Journey(arrivals.get(dispatch).to().disclosure(), zone).isTold(recordedAt, recordedAt, now));
    }

    /** What came in, of all goods together; equals the sum of all parts. */
    long sumIn() {
        return in.values().stream().mapToLong(Long::longValue).sum();
    }
}
