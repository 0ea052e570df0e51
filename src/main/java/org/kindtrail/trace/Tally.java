package org.kindtrail.trace;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.stock.Reason;

/**
 * Where everything is that came in, added up from flows. Each flow is taken whole or not at all, out of one part and into
 * another, so that what came in always equals the sum of the parts, whatever may not be told yet.
 */
final class Tally {
    /**
     * Goods with the same fate.
     *
     * @param trip the dispatch that they are or were on; null for what stays in the house
     * @param at when they arrived; null before
     */
    record Part(String goods, Fate fate, Flow.Trip trip, Instant at) {}

    private static final Comparator<Part> ORDER = Comparator.comparing(Part::fate)
            .thenComparing(Part::at, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(part -> part.trip() == null ? 0L : part.trip().dispatch())
            .thenComparing(Part::goods);

    private final Map<Part, Long> parts = new TreeMap<>(ORDER);
    private final Map<String, Long> in = new TreeMap<>();
    private final Map<String, Long> received = new TreeMap<>();
    private final Instant now;
    private final boolean exact;

    private Tally(Instant now, boolean exact) {
        this.now = now;
        this.exact = exact;
    }

    /**
     * What the public may know now.
     *
     * @param staged how much of what is in the house is being packed, by goods
     */
    static Tally inPublic(List<Flow> flows, Map<String, Long> staged, Instant now) {
        return new Tally(now, false).add(flows, staged);
    }

    /** What the house knows. */
    static Tally exact(List<Flow> flows, Map<String, Long> staged, Instant now) {
        return new Tally(now, true).add(flows, staged);
    }

    private Tally add(List<Flow> flows, Map<String, Long> staged) {
        Map<Long, Instant> departures = new HashMap<>();
        for (Flow flow : flows) {
            if (flow.trip() != null && flow.from() == Flow.Point.HOUSE) {
                departures.merge(flow.trip().dispatch(), flow.at(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        for (Flow flow : flows) {
            if (flow.trip() == null) {
                stayingHome(flow);
            } else {
                Instant departed = departures.getOrDefault(flow.trip().dispatch(), flow.trip().departedAt());
                onATrip(flow, departed);
            }
        }
        staged.forEach(this::pack);
        parts.values().removeIf(quantity -> quantity == 0);
        in.values().removeIf(quantity -> quantity == 0);
        return this;
    }

    private void stayingHome(Flow flow) {
        if (flow.from() == Flow.Point.DONATED) {
            received.merge(flow.goods(), flow.quantity(), Long::sum);
        }
        leave(flow, flow.from());
        reach(flow, flow.to(), null);
    }

    private void onATrip(Flow flow, Instant departed) {
        boolean leaving = flow.to() == Flow.Point.CONSIGNMENT && flow.from() == Flow.Point.HOUSE;
        boolean comingBack = flow.from() == Flow.Point.CONSIGNMENT && flow.to() == Flow.Point.HOUSE;
        Fate told = told(flow, departed, leaving || comingBack ? null : flow.at());
        if (leaving) {
            leave(flow, Flow.Point.HOUSE);
            add(new Part(flow.goods(), told, told == Fate.PREPARING ? null : flow.trip(), null), flow.quantity());
        } else if (comingBack) {
            add(new Part(flow.goods(), told, told == Fate.PREPARING ? null : flow.trip(), null), -flow.quantity());
            reach(flow, Flow.Point.HOUSE, null);
        } else if (told == Fate.ARRIVED) {
            leave(flow, flow.from());
            reach(flow, flow.to(), flow.at());
        }
    }

    private Fate told(Flow flow, Instant departed, Instant arrived) {
        Journey journey = new Journey(departed, arrived, flow.trip().to().disclosure());
        return exact ? journey.known() : journey.told(now);
    }

    private void leave(Flow flow, Flow.Point from) {
        if (from.isSource()) {
            in.merge(flow.goods(), flow.quantity(), Long::sum);
        } else {
            add(part(flow, from, null), -flow.quantity());
        }
    }

    private void reach(Flow flow, Flow.Point to, Instant at) {
        if (to.isSource()) {
            in.merge(flow.goods(), -flow.quantity(), Long::sum);
        } else {
            add(part(flow, to, at), flow.quantity());
        }
    }

    private static Part part(Flow flow, Flow.Point point, Instant at) {
        String goods = flow.goods();
        boolean damaged = flow.reason() == Reason.DAMAGED;
        return switch (point) {
            case HOUSE -> new Part(goods, flow.unsorted() ? Fate.UNSORTED : Fate.WAITING, null, null);
            case CONSIGNMENT -> new Part(goods, Fate.ON_THE_WAY, flow.trip(), null);
            case DELIVERED -> new Part(goods, damaged ? Fate.DAMAGED : Fate.ARRIVED, flow.trip(), at);
            case LET_GO -> damaged && flow.trip() != null
                    ? new Part(goods, Fate.DAMAGED, flow.trip(), at)
                    : new Part(goods, Fate.LET_GO, null, null);
            case LOST -> new Part(goods, Fate.LOST, null, null);
            case DONATED, FOUND, CONVERTED -> throw new IllegalStateException(point + " keeps nothing");
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

    /** Where everything is, in the order of fates. */
    Map<Part, Long> parts() {
        return parts;
    }

    /** What came in, by goods: what was converted counts as what it became. */
    Map<String, Long> in() {
        return in;
    }

    /** What was received at the door, by goods, before anything became of it. */
    Map<String, Long> received() {
        return received;
    }

    /** What came in, of all goods together; equals the sum of all parts. */
    long sumIn() {
        return in.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The dispatches of which it is told that they arrived, by what is told of each. */
    Map<Long, Part> arrivals() {
        Map<Long, Part> arrived = new LinkedHashMap<>();
        parts.keySet().stream()
                .filter(part -> part.trip() != null && (part.fate() == Fate.ARRIVED || part.fate() == Fate.DAMAGED))
                .forEach(part -> arrived.put(part.trip().dispatch(), part));
        return arrived;
    }

    /** Whether the recipient of the part may be named with the day. */
    static boolean byDay(Part part) {
        return part.trip() != null && part.trip().to().disclosure() == Disclosure.NAMED;
    }
}
