package org.kindtrail.stock;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.Function;
import org.kindtrail.web.Frame;

/** The rows of a card, made while its events are read: what was there, what came and went, what is left. */
final class CardRows implements Iterator<List<String>> {
    /** When the rows begin and end, by when they were written down; and the item of which they all are, null for whatever. */
    record Bounds(Instant from, Instant before, Long item) {
        boolean manyItems() {
            return item == null;
        }
    }

    /** What one document did to an item. */
    private record Line(CardEvent event, Long item, long in, long out) {}

    private final Iterator<CardEvent> events;
    private final CardReplay replay;
    private final Bounds bounds;
    private final Frame frame;
    private final Function<Long, String> name;
    private final Map<Long, Long> balances = new TreeMap<>();
    private final Deque<List<String>> ready = new ArrayDeque<>();
    private Line open;
    private boolean begun;
    private boolean over;

    CardRows(
            Iterator<CardEvent> events, CardReplay replay, Bounds bounds, Frame frame, Function<Long, String> name) {
        this.events = events;
        this.replay = replay;
        this.bounds = bounds;
        this.frame = frame;
        this.name = name;
        if (!bounds.manyItems()) {
            balances.put(bounds.item(), 0L);
        }
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !over) {
            step();
        }
        return !ready.isEmpty();
    }

    @Override
    public List<String> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void step() {
        CardEvent event = events.hasNext() ? events.next() : null;
        if (!begun && (event == null || !event.recordedAt().isBefore(bounds.from()))) {
            begun = true;
            sums("stock_card_brought");
        }
        if (event == null || !event.recordedAt().isBefore(bounds.before())) {
            close();
            sums("stock_card_carried");
            over = true;
            return;
        }
        replay.apply(event).forEach(change -> add(event, change));
    }

    private void add(CardEvent event, CardReplay.Change change) {
        if (!begun) {
            balances.merge(change.item(), change.quantity(), Long::sum);
            return;
        }
        if (open == null || !together(open, event, change)) {
            close();
            open = new Line(event, change.item(), 0, 0);
        }
        long in = Math.max(0, change.quantity());
        long out = Math.max(0, -change.quantity());
        open = new Line(open.event(), open.item(), open.in() + in, open.out() + out);
    }

    private static boolean together(Line line, CardEvent event, CardReplay.Change change) {
        return line.item().equals(change.item())
                && line.event().document().equals(event.document())
                && line.event().reasonKey().equals(event.reasonKey());
    }

    private void close() {
        if (open != null) {
            long balance = balances.merge(open.item(), open.in() - open.out(), Long::sum);
            ready.add(row(
                    frame.day(open.event().occurredAt()),
                    open.event().document(),
                    frame.say(open.event().reasonKey(), Map.of()),
                    open.item(),
                    open.in() == 0 ? null : frame.number(open.in()),
                    open.out() == 0 ? null : frame.number(open.out()),
                    frame.number(balance)));
            open = null;
        }
    }

    private void sums(String wordsKey) {
        balances.forEach((item, balance) -> {
            if (balance != 0 || !bounds.manyItems()) {
                ready.add(row(null, null, frame.say(wordsKey, Map.of()), item, null, null, frame.number(balance)));
            }
        });
    }

    private List<String> row(String day, String document, String what, Long item, String in, String out, String balance) {
        List<String> row = new ArrayList<>(Arrays.asList(day, document, what));
        if (bounds.manyItems()) {
            row.add(name.apply(item));
        }
        row.addAll(Arrays.asList(in, out, balance));
        return row;
    }
}
