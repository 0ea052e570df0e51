package org.kindtrail.container;

import java.util.List;

/**
 * A container's page: what it is, where it stands, what is in it, what happened, and what comes next.
 *
 * @param lots what lies directly in it; not all when there is much
 * @param inside what stands directly in it; not all when there is much
 * @param events the latest of its history
 * @param next what is expected next, elsewhere than on this page; null: something on it
 */
record ContainerStory(
        ContainerView container, List<Line> lots, List<ContainerRow> inside, List<Event> events, boolean moreEvents, NextAct.Act next) {

    /** Some of a lot, in words. */
    record Line(String lot, String words, String grade, long promised, String expires) {}

    /** Something that happened, with the address of its document; null when that has none. */
    record Event(ContainerEvent event, String href) {}

    public String kindKey() {
        return "container_label_" + container.kind().word();
    }

    public boolean moreLots() {
        return container.lots() > lots.size();
    }

    public boolean moreInside() {
        return container.containers() > inside.size();
    }

    /** Whether somebody can reach into it. */
    public boolean reachable() {
        return container.atHand() && container.open() && !container.sealed();
    }

    /** Sealing comes next when something is in it. */
    public boolean sealNext() {
        return next == null && reachable() && !container.empty();
    }
}
