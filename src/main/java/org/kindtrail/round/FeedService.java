package org.kindtrail.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.kindtrail.account.Attempts;
import org.kindtrail.account.Person;
import org.kindtrail.account.Role;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;

/** The private address by which a person's calendar program reads the calendar. */
@ApplicationScoped
public class FeedService {
    private static final String GUESSED_AT = "feed";

    private final EntityManager database;
    private final FeedKeys keys;
    private final Attempts attempts;
    private final Scope scope;
    private final Clock clock;

    FeedService(EntityManager database, FeedKeys keys, Attempts attempts, Scope scope, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.attempts = attempts;
        this.scope = scope;
        this.clock = clock;
    }

    /** Makes a new address; the one before opens nothing any more. The view, which may be kept, does not tell it. */
    @Transactional
    public FeedView make() {
        CalendarFeed feed = database.find(CalendarFeed.class, scope.person(), LockModeType.PESSIMISTIC_WRITE);
        boolean first = feed == null;
        if (first) {
            feed = new CalendarFeed(scope.person(), scope.organisation());
        }
        feed.make(FeedKeys.hash(keys.of(scope.person(), feed.nextTurn())), clock.instant());
        if (first) {
            database.persist(feed);
        }
        database.flush();
        return view(feed, null);
    }

    private static FeedView view(CalendarFeed feed, String address) {
        return new FeedView(feed.isOpen(), feed.getTurn(), feed.isOpen() ? feed.getMadeAt() : null, address);
    }

    /** The address of the turn, for the answer on its way out to who has just made it. */
    FeedView complete(FeedView kept) {
        return kept.with(FeedKeys.address(keys.of(scope.person(), kept.turn())));
    }

    /** It opens nothing any more; done twice it is done. */
    @Transactional
    public void withdraw() {
        CalendarFeed feed = database.find(CalendarFeed.class, scope.person(), LockModeType.PESSIMISTIC_WRITE);
        if (feed != null) {
            feed.withdraw();
        }
    }

    /** Whether the person who asks has one; the address itself is in it only for a quarter of an hour after it was made. */
    @Transactional
    public FeedView mine() {
        CalendarFeed feed = database.find(CalendarFeed.class, scope.person());
        if (feed == null) {
            return new FeedView(false, 0, null, null);
        }
        boolean shows = feed.showsKey(clock.instant());
        return view(feed, shows ? FeedKeys.address(keys.of(feed.getPersonId(), feed.getTurn())) : null);
    }

    /** Whose it is, as long as that person may come in and see the calendar. */
    private record Opened(Long organisation, Person person) {
        boolean maySee() {
            return person.isActive() && person.getRoles().stream().anyMatch(role -> role.included().contains(Role.DISTRIBUTOR));
        }
    }

    /**
     * Opens the calendar of the key's organisation to this request.
     *
     * @param from the network address that asks; wrong guesses are counted by it
     * @throws FeedUnknown when it opens nothing
     * @throws org.kindtrail.kernel.TooManyAttempts after wrong guesses
     */
    void open(String typed, String from) {
        String key = Code.read(CodeKind.FEED, typed).orElseThrow(FeedUnknown::new);
        String hash = FeedKeys.hash(key);
        Opened opened = attempts.guarded(GUESSED_AT, key, from, () -> openedBy(hash)).orElseThrow(FeedUnknown::new);
        scope.enterByKey(opened.organisation(), hash);
    }

    private Optional<Opened> openedBy(String hash) {
        return database.createQuery(
                        """
                        select f.organisationId, p from CalendarFeed f join Person p on p.id = f.personId
                        where f.keyHash = :hash""",
                        Opened.class)
                .setParameter("hash", hash)
                .getResultList()
                .stream()
                .filter(Opened::maySee)
                .findFirst();
    }

    /** Who may come in no more has no address when let in again, either. */
    @Transactional
    void endThoseOfWhoLeft() {
        database.createQuery(
                        """
                        update CalendarFeed f set f.keyHash = null
                        where f.keyHash is not null and f.personId in (select p.id from Person p where p.active = false)""")
                .executeUpdate();
    }
}
