package org.kindtrail.trace;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kindtrail.recipient.PublicWords;
import org.kindtrail.stock.Shares;

/**
 * Where the goods of one account are: all of what it has alone, and its part of what others have a part in. Every part of such
 * a lot is everybody's by the same shares, so what became of the account's part are parts in the same proportion; they are
 * whole and add up to it.
 */
final class Account {
    private static final String LOT = "#";
    private static final Comparator<Tally.Part> ORDER = Comparator.comparing(Tally.Part::fate)
            .thenComparing(Tally.Part::when, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(part -> String.valueOf(part.about()))
            .thenComparing(part -> String.valueOf(part.to()));

    private final Tally tally;
    private final Map<Tally.Part, Long> parts = new HashMap<>();
    private final Map<String, Long> in = new TreeMap<>();

    private Account(Tally tally, Map<String, Strand> parted) {
        this.tally = tally;
        tally.parts().forEach((part, quantity) -> {
            if (!parted.containsKey(part.goods())) {
                parts.merge(part, quantity, Long::sum);
            }
        });
        tally.in().forEach((goods, quantity) -> {
            if (!parted.containsKey(goods)) {
                in.merge(goods, quantity, Long::sum);
            }
        });
        Map<String, List<Tally.Part>> fates = tally.parts().keySet().stream()
                .filter(part -> parted.containsKey(part.goods()))
                .sorted(ORDER)
                .collect(Collectors.groupingBy(Tally.Part::goods));
        parted.forEach((key, strand) -> take(key, strand, fates.getOrDefault(key, List.of())));
        parts.values().removeIf(quantity -> quantity == 0);
        in.values().removeIf(quantity -> quantity == 0);
    }

    /**
     * What the public may know now.
     *
     * @param parted of which lots only the account's part is meant; of all others all
     * @param staged how much of what is in the house is being packed, by goods
     */
    static Account inPublic(
            List<Strand> strands, Predicate<Strand> parted, Map<String, Long> staged, Instant now, ZoneId zone) {
        return new Account(Tally.inPublic(flows(strands, parted), staged, now, zone), keys(strands, parted));
    }

    /** What the house knows. */
    static Account exact(List<Strand> strands, Predicate<Strand> parted, Instant now, ZoneId zone) {
        return new Account(Tally.exact(flows(strands, parted), now, zone), keys(strands, parted));
    }

    private static List<Flow> flows(List<Strand> strands, Predicate<Strand> parted) {
        return strands.stream()
                .map(strand -> parted.test(strand) ? strand.flow().of(key(strand)) : strand.flow())
                .toList();
    }

    private static Map<String, Strand> keys(List<Strand> strands, Predicate<Strand> parted) {
        Map<String, Strand> keys = new LinkedHashMap<>();
        strands.stream().filter(parted).forEach(strand -> keys.put(key(strand), strand));
        return keys;
    }

    private static String key(Strand strand) {
        return strand.flow().goods() + LOT + strand.lot();
    }

    /** The account's part of a lot. */
    private void take(String key, Strand of, List<Tally.Part> fates) {
        String goods = key.substring(0, key.lastIndexOf(LOT));
        long own = of(tally.in().getOrDefault(key, 0L), of);
        if (own == 0 || fates.isEmpty()) {
            return;
        }
        long[] divided = Shares.divide(
                own, fates.stream().map(tally.parts()::get).map(BigInteger::valueOf).toList());
        for (int i = 0; i < divided.length; i++) {
            parts.merge(fates.get(i).of(goods), divided[i], Long::sum);
        }
        in.merge(goods, own, Long::sum);
    }

    private static long of(long quantity, Strand of) {
        return quantity <= 0
                ? 0
                : Shares.divide(
                        quantity, List.of(BigInteger.valueOf(of.own()), BigInteger.valueOf(of.whole() - of.own())))[0];
    }

    /**
     * Tells as elsewhere what would be told as waiting in the house.
     *
     * @param about how the public reads of an organisation
     */
    void tell(List<Onward.Away> away, Function<Onward.Party, String> about) {
        for (Onward.Away some : away) {
            Tally.Part here = new Tally.Part(some.goods(), some.unsorted() ? Fate.UNSORTED : Fate.WAITING, null, null);
            long moved = Math.min(some.quantity(), parts.getOrDefault(here, 0L));
            if (moved > 0) {
                parts.merge(here, -moved, Long::sum);
                parts.merge(
                        new Tally.Part(some.goods(), some.fate(), null, some.when(), about.apply(some.to())), moved, Long::sum);
            }
        }
        parts.values().removeIf(quantity -> quantity == 0);
    }

    Tally tally() {
        return tally;
    }

    /** Where everything is, in no order. */
    Map<Tally.Part, Long> parts() {
        return parts;
    }

    /** What came in; the parts add up to it. */
    Map<String, Long> in() {
        return in;
    }

    /** For whom something is or was. */
    static Set<PublicWords.Subject> recipients(Collection<Account> accounts) {
        return accounts.stream()
                .flatMap(account -> account.parts.keySet().stream())
                .map(Tally.Part::to)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
