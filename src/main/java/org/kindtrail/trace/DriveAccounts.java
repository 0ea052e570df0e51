package org.kindtrail.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.drive.Drive;
import org.kindtrail.drive.DriveKind;
import org.kindtrail.stock.ConversionKind;
import org.kindtrail.stock.Shares;

/**
 * The accounts of a drive: its goods, and by the kind of what made it everything that came of them. Of a drive that sells the
 * goods are those that were brought to its site, and the money is what its sales earned; of others all is what was given at
 * it, and its givers' part of what others have a part in.
 */
@ApplicationScoped
class DriveAccounts {
    /** How often graded things are traced back to what they were before; more often nobody grades. */
    private static final int MOST_GRADINGS = 20;

    private static final int BATCH = 1000;

    private final EntityManager database;
    private final Flows flows;
    private final Onward onward;

    DriveAccounts(EntityManager database, Flows flows, Onward onward) {
        this.onward = onward;
        this.database = database;
        this.flows = flows;
    }

    /**
     * Where everything of a drive is.
     *
     * @param goods as they came in
     * @param gifts money as it was given
     * @param made what was made of the goods and of the money, by what made it
     */
    record Accounts(Account goods, Account gifts, Map<ConversionKind, Account> made) {
        List<Account> all() {
            return Stream.concat(Stream.of(goods, gifts), made.values().stream()).toList();
        }

        Map<Long, Flow.Trip> arrivals() {
            Map<Long, Flow.Trip> arrivals = new HashMap<>();
            all().forEach(account -> arrivals.putAll(account.tally().arrivals()));
            return arrivals;
        }
    }

    private interface Sight {
        Account of(List<Strand> strands);
    }

    /** @param about how the public reads of an organisation */
    Accounts inPublic(Drive drive, Instant now, ZoneId zone, Function<Onward.Party, String> about) {
        return accounts(
                drive,
                strands -> Account.inPublic(strands, DriveAccounts::isShared, Map.of(), now, zone),
                (sentOn, some) -> sentOn.away(some, now, zone),
                about);
    }

    Accounts exact(Drive drive, Instant now, ZoneId zone, Function<Onward.Party, String> about) {
        return accounts(
                drive,
                strands -> Account.exact(strands, DriveAccounts::isShared, now, zone),
                (sentOn, some) -> sentOn.exact(some, zone),
                about);
    }

    private interface Whereabouts {
        Onward.Away of(Onward.All sentOn, Onward.Elsewhere some);
    }

    private static boolean isShared(Strand strand) {
        return strand.lot() != null;
    }

    private Accounts accounts(Drive drive, Sight sight, Whereabouts where, Function<Onward.Party, String> about) {
        Long id = drive.getId();
        List<Strand> given = flows.ofDrive(id);
        Map<Long, ConversionKind> gradings = gradings(given);
        Map<Boolean, List<Strand>> came = given.stream()
                .filter(strand -> shape(strand, gradings) == null)
                .collect(Collectors.partitioningBy(DriveAccounts::isMoney));
        boolean sells = drive.getKind() == DriveKind.SALE;
        Stream<Strand> later = sells
                ? Stream.concat(flows.earnedBySale(id).stream(), flows.madeOfSale(id).stream())
                : given.stream();
        Map<ConversionKind, List<Strand>> made = new EnumMap<>(ConversionKind.class);
        later.forEach(strand -> {
            ConversionKind shape = shape(strand, gradings);
            if (shape != null) {
                made.computeIfAbsent(shape, each -> new ArrayList<>()).add(strand);
            }
        });
        Map<ConversionKind, Account> accounts = new EnumMap<>(ConversionKind.class);
        made.forEach((shape, strands) -> accounts.put(shape, sight.of(strands)));
        Account goods = sight.of(sells ? flows.atSale(id) : came.get(false));
        if (!sells) {
            // What a sale takes along in containers and leaves elsewhere is taken back from its table.
            tellElsewhere(onward.ofDrive(id, drive.getOrganisationId()), where, about, goods, accounts);
        }
        return new Accounts(goods, sight.of(came.get(true)), accounts);
    }

    private static void tellElsewhere(
            Onward.All sentOn,
            Whereabouts where,
            Function<Onward.Party, String> about,
            Account goods,
            Map<ConversionKind, Account> made) {
        for (Onward.Elsewhere some : sentOn.elsewhere()) {
            Onward.Away away = where.of(sentOn, part(some));
            Account account = shape(some.kind()) == null || some.kind() == ConversionKind.GRADING ? goods : made.get(shape(some.kind()));
            if (away != null && account != null) {
                account.tell(List.of(away), about);
            }
        }
    }

    /** The account's part of what others have a part in. */
    private static Onward.Elsewhere part(Onward.Elsewhere some) {
        if (some.lot() == null) {
            return some;
        }
        long own = Shares.divide(
                some.quantity(), List.of(BigInteger.valueOf(some.own()), BigInteger.valueOf(some.whole() - some.own())))[0];
        return new Onward.Elsewhere(
                some.conversion(), some.kind(), null, 0, 0, some.goods(), some.unsorted(), some.shipment(), some.onTheRoad(), own);
    }

    static boolean isMoney(String goods) {
        return goods.startsWith(Catalogue.MONEY + "|");
    }

    private static boolean isMoney(Strand strand) {
        return isMoney(strand.flow().goods());
    }

    /** What made it into what it is; null for what is as it came in. */
    private static ConversionKind shape(Strand strand, Map<Long, ConversionKind> gradings) {
        return strand.kind() == ConversionKind.GRADING ? gradings.get(strand.conversion()) : shape(strand.kind());
    }

    private static ConversionKind shape(ConversionKind kind) {
        return kind == ConversionKind.SORTING ? null : kind;
    }

    /** By grading: what had made the things before they were graded. */
    private Map<Long, ConversionKind> gradings(List<Strand> strands) {
        Map<Long, ConversionKind> known = new HashMap<>();
        Map<Long, Long> before = new HashMap<>();
        Set<Long> asked = strands.stream()
                .filter(strand -> strand.kind() == ConversionKind.GRADING)
                .map(Strand::conversion)
                .collect(Collectors.toSet());
        for (int hop = 0; hop < MOST_GRADINGS && !asked.isEmpty(); hop++) {
            Set<Long> next = new HashSet<>();
            for (Object[] row : beforeGrading(asked)) {
                ConversionKind kind = row[2] == null ? null : ConversionKind.valueOf((String) row[2]);
                if (kind == ConversionKind.GRADING) {
                    before.put((Long) row[0], (Long) row[1]);
                    next.add((Long) row[1]);
                } else {
                    known.put((Long) row[0], shape(kind));
                }
            }
            next.removeAll(known.keySet());
            next.removeAll(before.keySet());
            asked = next;
        }
        Map<Long, ConversionKind> found = new HashMap<>(known);
        before.keySet().forEach(grading -> {
            Long first = grading;
            for (int hop = 0; hop < MOST_GRADINGS && before.containsKey(first); hop++) {
                first = before.get(first);
            }
            found.put(grading, known.get(first));
        });
        return found;
    }

    private List<Object[]> beforeGrading(Set<Long> gradings) {
        List<Object[]> rows = new ArrayList<>();
        List<Long> all = List.copyOf(gradings);
        for (int from = 0; from < all.size(); from += BATCH) {
            database.createNativeQuery(
                            """
                            select distinct n.conversion_id as made, l.conversion_id as made_by, k.kind
                            from conversion_input n join lot l on l.id = n.lot_id left join conversion k on k.id = l.conversion_id
                            where n.conversion_id in (:gradings)""",
                            Object[].class)
                    .unwrap(NativeQuery.class)
                    .addScalar("made", Long.class)
                    .addScalar("made_by", Long.class)
                    .addScalar("kind", String.class)
                    .setParameterList("gradings", all.subList(from, Math.min(from + BATCH, all.size())))
                    .getResultList()
                    .forEach(row -> rows.add((Object[]) row));
        }
        return rows;
    }

    /** The items of what was made, by the last part of the name that flows have for them; nothing is asked when there are none. */
    Map<String, Item> itemsOf(Collection<Account> made) {
        Set<Long> ids = made.stream()
                .flatMap(account -> account.in().keySet().stream())
                .map(DriveAccounts::itemOf)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : database.createQuery("from Item i where i.id in :ids", Item.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(item -> String.valueOf(item.getId()), item -> item));
    }

    /** The item in the name of goods; null when they are told apart by category and measure only. */
    static Long itemOf(String goods) {
        String[] parts = goods.split("\\|");
        return parts.length < 3 ? null : Long.valueOf(parts[2]);
    }
}
