package org.kindtrail.stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What lies within some places while events are told one after the other. Containers are followed, so that goods come in and
 * go out with the container they are in.
 */
final class CardReplay {
    /** No container stands in more of them. */
    private static final int DEEPEST = 20;

    /** Goods came in (positive) or went out (negative). */
    record Change(Long item, long quantity) {}

    private final Set<Long> within;
    private final Map<Long, Long> standsIn = new HashMap<>();
    /** By place outside of those within and by item; what left the house counts below nothing there, and is never asked for. */
    private final Map<Long, Map<Long, Long>> held = new HashMap<>();

    /** @param within sites and shelves, or one container */
    CardReplay(Collection<Long> within) {
        this.within = Set.copyOf(within);
    }

    /** What the event changes. */
    List<Change> apply(CardEvent event) {
        return event.container() == null ? move(event) : carry(event);
    }

    private List<Change> move(CardEvent event) {
        hold(event.from(), event.item(), -event.quantity());
        hold(event.to(), event.item(), event.quantity());
        boolean wasIn = isWithin(event.from());
        boolean isIn = isWithin(event.to());
        return wasIn == isIn ? List.of() : List.of(new Change(event.item(), isIn ? event.quantity() : -event.quantity()));
    }

    private void hold(Long place, Long item, long quantity) {
        if (!within.contains(place)) {
            held.computeIfAbsent(place, none -> new HashMap<>()).merge(item, quantity, Long::sum);
        }
    }

    private List<Change> carry(CardEvent event) {
        boolean wasIn = isWithin(event.container());
        standsIn.put(event.container(), event.to());
        boolean isIn = isWithin(event.container());
        if (wasIn == isIn) {
            return List.of();
        }
        Map<Long, Long> contents = new TreeMap<>();
        held.forEach((place, goods) -> {
            if (isIn(place, event.container())) {
                goods.forEach((item, quantity) -> contents.merge(item, quantity, Long::sum));
            }
        });
        List<Change> changes = new ArrayList<>();
        contents.forEach((item, quantity) -> {
            if (quantity != 0) {
                changes.add(new Change(item, isIn ? quantity : -quantity));
            }
        });
        return changes;
    }

    private boolean isWithin(Long place) {
        Long at = place;
        for (int deep = 0; at != null && deep < DEEPEST; deep++) {
            if (within.contains(at)) {
                return true;
            }
            at = standsIn.get(at);
        }
        return false;
    }

    private boolean isIn(Long place, Long container) {
        Long at = place;
        for (int deep = 0; at != null && deep < DEEPEST; deep++) {
            if (at.equals(container)) {
                return true;
            }
            at = standsIn.get(at);
        }
        return false;
    }
}
