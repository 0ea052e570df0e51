package org.kindtrail.matching;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.need.FitsNeedPolicy;
import org.kindtrail.need.NeedLine;

/** Makes numbers of lines and stock for {@link Matching}, and of its numbers a proposal that says why. */
final class Sharing {
    /**
     * What holds today.
     *
     * @param keeping the ids of the programmes whose goods are kept for them
     * @param items all that the house knows
     */
    record Circumstances(LocalDate today, ZoneId zone, Set<Long> keeping, Map<Long, Item> items) {
        boolean past(Stock.Row row) {
            return row.expiresOn() != null && row.expiresOn().isBefore(today);
        }

        /** The programme for which alone it is kept; null: for anything. */
        Long keptFor(Stock.Row row) {
            return row.programmeId() != null && keeping.contains(row.programmeId()) ? row.programmeId() : null;
        }
    }

    /** What a line gets, and why no more. */
    record Answer(NeedLine line, int turn, long given, Reasons.Reason reason) {}

    /** So much of what lies there goes to a line. */
    record Given(int line, Stock.Row row, long quantity) {}

    /**
     * @param answers the lines, in the order in which people decide about them
     * @param given by need, place and line
     */
    record Proposal(List<Answer> answers, List<Given> given) {}

    /** Stock that fits the same lines, as far as it itself goes. */
    private record Alike(Long item, String size, Wearer fits, Long keptFor) {}

    private record Age(LocalDate expiresOn, YearMonth month) implements Comparable<Age> {
        private static final Comparator<Age> ORDER = Comparator.comparing(Age::expiresOn, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Age::month);

        @Override
        public int compareTo(Age other) {
            return ORDER.compare(this, other);
        }
    }

    private final Circumstances now;
    private final List<NeedLine> lines;
    private final List<Stock.Row> rows;
    private final List<Wish> wishes = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final List<Stock.Row> usable = new ArrayList<>();
    private final List<Pile> piles = new ArrayList<>();

    private Sharing(Collection<NeedLine> asked, List<Stock.Row> rows, Circumstances now) {
        this.now = now;
        this.rows = rows;
        this.lines = asked.stream()
                .sorted(Comparator.comparing((NeedLine line) -> line.getNeed().getUrgency())
                        .thenComparing(line -> line.getNeed().getWantedBy(), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(line -> line.getNeed().getId())
                        .thenComparing(NeedLine::getLine))
                .toList();
    }

    /**
     * @param asked lines that miss something, in whatever order
     * @param rows what there is of their items, in whatever order
     */
    static Proposal of(Collection<NeedLine> asked, List<Stock.Row> rows, Circumstances now) {
        return new Sharing(asked, rows, now).proposal();
    }

    /** The items that would do for a line. */
    static List<Long> items(NeedLine line, Map<Long, Item> all) {
        return all.values().stream()
                .filter(item -> FitsNeedPolicy.isAskedFor(line, item))
                .map(Item::getId)
                .toList();
    }

    private Proposal proposal() {
        number();
        sort();
        List<Pick> picks = Matching.plan(wishes, kinds, piles);
        long[] given = new long[lines.size()];
        picks.forEach(pick -> given[pick.wish()] += pick.quantity());
        Reasons reasons = new Reasons(now, lines, wishes, kinds, rows);
        picks.forEach(pick -> reasons.took(pick.wish(), piles.get(pick.pile()).kind(), pick.quantity()));
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            answers.add(new Answer(lines.get(i), wishes.get(i).need() + 1, given[i], reasons.of(i, given[i])));
        }
        return new Proposal(
                answers,
                picks.stream()
                        .map(pick -> new Given(pick.wish(), usable.get(pick.pile()), pick.quantity()))
                        .toList());
    }

    private void number() {
        Map<Long, Integer> needs = new HashMap<>();
        Map<Long, Integer> recipients = new HashMap<>();
        for (NeedLine line : lines) {
            Integer need = needs.computeIfAbsent(line.getNeed().getId(), unknown -> needs.size());
            Integer recipient = recipients.computeIfAbsent(line.getNeed().getRecipient().getId(), unknown -> recipients.size());
            wishes.add(new Wish(
                    line.getNeed().getUrgency().ordinal(),
                    recipient,
                    need,
                    line.getQuantity() - line.missing(),
                    line.getQuantity(),
                    line.missing()));
        }
    }

    /** What can be given today, by age, each with the lines that it fits. */
    private void sort() {
        List<Stock.Row> free = rows.stream()
                .filter(row -> row.free() > 0 && row.atHand() && FitsNeedPolicy.isGiven(row.grade()) && !now.past(row))
                .sorted(Comparator.comparing(this::age)
                        .thenComparing(Stock.Row::receivedAt)
                        .thenComparing(Stock.Row::lotId)
                        .thenComparing(Stock.Row::placeId))
                .toList();
        Map<Alike, Integer> kindOf = kindsOf(free);
        Map<Age, Integer> ages = ranks(free.stream().map(this::age).toList());
        Map<Long, Integer> places = places(free);
        for (Stock.Row row : free) {
            Integer kind = kindOf.get(alike(row));
            if (kind != null) {
                usable.add(row);
                piles.add(new Pile(kind, ages.get(age(row)), places.get(row.placeId()), row.inBox(), row.free()));
            }
        }
    }

    private Age age(Stock.Row row) {
        return new Age(row.expiresOn(), YearMonth.from(row.receivedAt().atZone(now.zone())));
    }

    private Alike alike(Stock.Row row) {
        return new Alike(row.itemId(), row.size(), row.fits(), now.keptFor(row));
    }

    private static <T extends Comparable<T>> Map<T, Integer> ranks(List<T> all) {
        Map<T, Integer> ranks = new TreeMap<>();
        new TreeSet<>(all).forEach(each -> ranks.put(each, ranks.size()));
        return ranks;
    }

    /** The places in walking order. */
    private static Map<Long, Integer> places(List<Stock.Row> free) {
        Map<Long, Integer> places = new LinkedHashMap<>();
        free.stream()
                .sorted(Comparator.comparing((Stock.Row row) -> row.siteId() == null ? row.placeId() : row.siteId())
                        .thenComparing(Stock.Row::walk)
                        .thenComparing(Stock.Row::placeId))
                .forEach(row -> places.putIfAbsent(row.placeId(), places.size()));
        return places;
    }

    /** What fits the same lines in the same way becomes one kind; what fits none is absent. */
    private Map<Alike, Integer> kindsOf(List<Stock.Row> free) {
        Map<Long, List<Integer>> wantedBy = wantedBy();
        Map<Alike, Integer> kindOf = new HashMap<>();
        Map<Kind, Integer> numbers = new HashMap<>();
        for (Stock.Row row : free) {
            Alike alike = alike(row);
            if (!kindOf.containsKey(alike)) {
                Kind kind = kind(alike, wantedBy.getOrDefault(alike.item(), List.of()));
                if (!kind.wishes().isEmpty()) {
                    kindOf.put(alike, numbers.computeIfAbsent(kind, unknown -> {
                        kinds.add(kind);
                        return kinds.size() - 1;
                    }));
                }
            }
        }
        return kindOf;
    }

    private Map<Long, List<Integer>> wantedBy() {
        Map<Long, List<Integer>> wantedBy = new HashMap<>();
        for (int wish = 0; wish < lines.size(); wish++) {
            for (Long item : items(lines.get(wish), now.items())) {
                wantedBy.computeIfAbsent(item, unknown -> new ArrayList<>()).add(wish);
            }
        }
        return wantedBy;
    }

    private Kind kind(Alike alike, List<Integer> candidates) {
        Item item = now.items().get(alike.item());
        List<Integer> fitting = new ArrayList<>();
        List<Boolean> second = new ArrayList<>();
        for (int wish : candidates) {
            NeedLine line = lines.get(wish);
            boolean mayGo = alike.keptFor() == null || alike.keptFor().equals(line.getNeed().programmeId());
            if (mayGo && FitsNeedPolicy.fits(line, item, alike.size(), alike.fits(), Grade.GOOD)) {
                fitting.add(wish);
                second.add(!FitsNeedPolicy.isTheThing(line, item));
            }
        }
        return new Kind(fitting, second);
    }
}
