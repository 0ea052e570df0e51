package org.kindtrail.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.query.NativeQuery;
import org.kindtrail.kernel.Rows;
import org.kindtrail.kernel.ReplicaReads;
import org.kindtrail.kernel.TooManyAttempts;
import org.kindtrail.web.HouseSecret;
import org.kindtrail.web.Network;

/**
 * Slows guessing down. Everything that opens without a sign-in is looked up through here:
 *
 * <pre>{@code
 * String key = Code.read(CodeKind.TRACKING, typed).orElseThrow(NotFollowed::mistyped);   // costs nothing, asks nothing
 * Donated gift = attempts.guarded("tracking", key, visitor.address(), () -> gifts.byTracking(Code.hash(key)))
 *         .orElseThrow(NotFollowed::unknown);                                             // counted as a wrong guess
 * }</pre>
 *
 * <p>Wrong guesses are counted in the database, so that all nodes count together: by where they come from, and by how the
 * code begins, so that many addresses together do not guess the rest of a code of which a part has leaked. While a count
 * makes wait, the right code is refused like a wrong one, else guessing would go on. No wait is longer than
 * {@link Limit#LONGEST}, and it ends by itself. Who has opened a code from the same network before is not held up by
 * others who guess at its beginning.
 *
 * <p>Guesses in the same instant go past no count: in a node they are let in one after another, and as soon as there is
 * one wrong guess to remember each further one is counted before it is looked up, on whichever node. What that comes to
 * in a year is computed in docs/adr/0009-guessing.md.
 */
@ApplicationScoped
public class Attempts {
    /** Wrong guesses from one place before the first wait. */
    static final int FREE = 5;
    /** Wrong guesses at codes that begin alike, from everywhere together: so many at once, and then one each ... */
    static final int FREE_TOGETHER = 10;
    /** ... this long. */
    static final Duration EACH_TOGETHER = Duration.ofSeconds(20);
    /** The characters of a code that are its beginning, the letter of its kind included. */
    static final int BEGINNING = 4;
    /** Requests by which a stranger has something done, from one place: so many at once, and then one each ... */
    static final int FREE_REQUESTS = 300;
    /** ... this long. */
    static final Duration EACH_REQUEST = Duration.ofSeconds(2);
    /** Limits that let more through than this are for crowds, who are not made to stand in line. */
    private static final int CROWD = 20;
    private static final int TRIES = 3;

    private final EntityManager database;
    private final DataSource source;
    private final Clock clock;
    private final HouseSecret house;
    private final Turns turns = new Turns();
    private final Familiar familiar = new Familiar();

    Attempts(EntityManager database, DataSource source, Clock clock, HouseSecret house) {
        this.database = database;
        this.source = source;
        this.clock = clock;
        this.house = house;
    }

    /**
     * Looks up what a code opens, unless too many wrong ones came before.
     *
     * @param what what is guessed at, like {@code "tracking"}; each thing has counts of its own
     * @param code the code as it is kept (read and found to be well formed), or another long random text; null when all
     *     guess at the same thing or when its beginning is known to everybody, as on a poster: then only the place counts
     * @param from the network address, see {@link org.kindtrail.web.Visitor#address()}
     * @param lookup finds what the code opens; empty: it was a wrong guess. It must be quick, do nothing else and call
     *     nothing that is guarded
     * @return what the lookup found; empty is for the caller to refuse
     * @throws TooManyAttempts (429 with Retry-After) while there is a wait; nothing was looked up
     */
    public <T> Optional<T> guarded(String what, String code, String from, Supplier<Optional<T>> lookup) {
        String place = Network.of(from);
        List<Limit> limits = new ArrayList<>(List.of(perPlace(what, from)));
        if (code != null && !familiar.has(what, code, place)) {
            limits.add(perBeginning(what, code));
        }
        Optional<T> found = guarded(limits, lookup);
        if (code != null) {
            familiar.note(what, code, place, found.isPresent());
        }
        return found;
    }

    /**
     * Looks up whether a secret that all guess at is right, like the set-up code: counted by place, and from everywhere
     * together. Not for secrets as short as six digits, see the docs.
     *
     * @param what what is guessed at, with its name if there are several
     */
    public <T> Optional<T> guardedTogether(String what, String from, Supplier<Optional<T>> lookup) {
        return guarded(List.of(perPlace(what, from), together(what)), lookup);
    }

    /** The same under limits that the caller chose: every one of them must let the try through. */
    <T> Optional<T> guarded(List<Limit> limits, Supplier<Optional<T>> lookup) {
        List<Counted> all = limits.stream()
                .map(limit -> new Counted(limit, house.digest("attempt", limit.of())))
                .sorted(Comparator.comparing(Counted::bucket))
                .toList();
        List<String> inLine = all.stream()
                .filter(each -> each.limit().free() < CROWD)
                .map(Counted::bucket)
                .toList();
        return turns.take(inLine, () -> found(all, lookup));
    }

    /**
     * A stranger wants something done: a form or a program's POST at a door that is open to anyone.
     *
     * @throws TooManyAttempts when there were too many from there
     */
    public void request(String from) {
        String of = "request|" + Network.of(from);
        Limit limit = Limit.steady(of, FREE_REQUESTS, EACH_REQUEST);
        counted(List.of(new Counted(limit, house.digest("attempt", of))), true);
    }

    /** Tries at the same kind of thing from the same place. */
    static Limit perPlace(String what, String from) {
        return Limit.doubling(what + "|from|" + Network.of(from), FREE);
    }

    /** Tries at codes that begin alike, from everywhere. */
    private static Limit perBeginning(String what, String code) {
        String plain = code.replace("-", "");
        String beginning = plain.substring(0, Math.min(BEGINNING, plain.length()));
        return Limit.steady(what + "|begins|" + beginning, FREE_TOGETHER, EACH_TOGETHER);
    }

    private static Limit together(String what) {
        return Limit.steady(what + "|together", FREE_TOGETHER, EACH_TOGETHER);
    }

    /** A limit, under what it is kept, and what counting a try in advance has made of it. */
    private record Counted(Limit limit, String bucket, Limit.Count count) {
        Counted(Limit limit, String bucket) {
            this(limit, bucket, null);
        }

        Counted as(Limit.Count counted) {
            return new Counted(limit, bucket, counted);
        }
    }

    private <T> Optional<T> found(List<Counted> limits, Supplier<Optional<T>> lookup) {
        if (ReplicaReads.atPrimary(() -> isQuiet(limits))) {
            Optional<T> found = lookedUp(lookup);
            if (found.isEmpty()) {
                counted(limits, false);
            }
            return found;
        }
        List<Counted> counted = ReplicaReads.atPrimary(() -> counted(limits, true));
        Optional<T> found = lookedUp(lookup);
        if (found.isPresent()) {
            ReplicaReads.atPrimary(() -> {
                QuarkusTransaction.requiringNew().run(() -> counted.forEach(this::takeBack));
                return null;
            });
        }
        return found;
    }

    /** What the replica does not know yet is no wrong guess: the primary says what is. */
    private static <T> Optional<T> lookedUp(Supplier<Optional<T>> lookup) {
        Optional<T> found = lookup.get();
        return found.isEmpty() && ReplicaReads.leave() ? lookup.get() : found;
    }

    /** Whether no wrong try is remembered. */
    private boolean isQuiet(List<Counted> limits) {
        Instant now = clock.instant();
        Map<String, Limit.Count> counts = remembered(limits.stream().map(Counted::bucket).toList());
        refuseIfWaiting(counts.values().stream().mapToLong(each -> each.wait(now)).max().orElse(0));
        return counts.values().stream().allMatch(each -> each.isForgotten(now));
    }

    /** What every opening of a page asks first; nothing is locked. */
    private Map<String, Limit.Count> remembered(List<String> buckets) {
        Map<String, Object> named = new HashMap<>();
        for (String bucket : buckets) {
            named.put(Character.toString('a' + named.size()), bucket);
        }
        Map<String, Limit.Count> counts = new HashMap<>();
        Rows.read(
                source,
                "select bucket, failures, blocked_until, last_at from attempt where bucket in (:"
                        + String.join(", :", named.keySet()) + ")",
                named,
                row -> counts.put(row.text(1), new Limit.Count(row.number(2).intValue(), row.moment(3), row.moment(4))));
        return counts;
    }

    private static void refuseIfWaiting(long seconds) {
        if (seconds > 0) {
            SecurityLog.heldUp();
            throw new TooManyAttempts(seconds);
        }
    }

    /**
     * Counts one more wrong try for all of them, or for none.
     *
     * @param orRefuse whether it is refused while one of them waits
     */
    private List<Counted> counted(List<Counted> limits, boolean orRefuse) {
        for (int tries = 1; ; tries++) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> count(limits, orRefuse));
            } catch (TooManyAttempts refused) {
                throw refused;
            } catch (RuntimeException anotherWasFirst) {
                // both began to count the same in the same instant: the other's count is there now
                if (tries == TRIES) {
                    throw anotherWasFirst;
                }
            }
        }
    }

    private List<Counted> count(List<Counted> limits, boolean orRefuse) {
        List<Counted> counted = new ArrayList<>();
        Instant now = clock.instant();
        for (Counted each : limits) {
            Limit.Count was = counts(List.of(each.bucket()), " for update").get(each.bucket());
            if (orRefuse && was != null) {
                refuseIfWaiting(was.wait(now));
            }
            Limit.Count is = each.limit().after(was, now);
            write(was == null ? INSERT : UPDATE, each.bucket(), is);
            counted.add(each.as(is));
        }
        return counted;
    }

    private void takeBack(Counted counted) {
        Limit.Count is = counts(List.of(counted.bucket()), " for update").get(counted.bucket());
        if (is == null) {
            return;
        }
        if (counted.limit().forgiving()) {
            database.createNativeQuery("delete from attempt where bucket = ?1")
                    .setParameter(1, counted.bucket())
                    .executeUpdate();
        } else {
            write(UPDATE, counted.bucket(), counted.limit().without(is, counted.count(), clock.instant()));
        }
    }

    private static final String INSERT =
            "insert into attempt (bucket, failures, blocked_until, last_at) values (?1, ?2, ?3, ?4)";
    private static final String UPDATE =
            "update attempt set failures = ?2, blocked_until = ?3, last_at = ?4 where bucket = ?1";

    private void write(String statement, String bucket, Limit.Count count) {
        database.createNativeQuery(statement)
                .setParameter(1, bucket)
                .setParameter(2, count.wrong())
                .setParameter(3, count.until().atOffset(ZoneOffset.UTC))
                .setParameter(4, count.last().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private Map<String, Limit.Count> counts(List<String> buckets, String locking) {
        List<?> found = database.createNativeQuery(
                        "select bucket, failures, blocked_until, last_at from attempt where bucket in (:buckets)" + locking,
                        Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("bucket", String.class)
                .addScalar("failures", Integer.class)
                .addScalar("blocked_until", Instant.class)
                .addScalar("last_at", Instant.class)
                .setParameterList("buckets", buckets)
                .getResultList();
        Map<String, Limit.Count> counts = new HashMap<>();
        for (Object each : found) {
            Object[] row = (Object[]) each;
            counts.put((String) row[0], new Limit.Count((Integer) row[1], (Instant) row[2], (Instant) row[3]));
        }
        return counts;
    }
}
