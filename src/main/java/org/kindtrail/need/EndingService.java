package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.account.History;
import org.kindtrail.stock.Allocation;
import org.kindtrail.stock.Ledger;

/**
 * Ends what has had its day: promises first, then needs. Each need is a transaction of its own, which locks it, looks again, and
 * only then lets go; so people who dispatch at that moment, and another node that does the same, come before or after it.
 */
@ApplicationScoped
class EndingService {
    /** No zone is further ahead; a day that has not begun there is over nowhere. */
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

    private final EntityManager database;
    private final Needs needs;
    private final Promised promised;
    private final MetNeeds met;
    private final Ledger ledger;
    private final History history;
    private final Today today;
    private final Clock clock;

    EndingService(
            EntityManager database,
            Needs needs,
            Promised promised,
            MetNeeds met,
            Ledger ledger,
            History history,
            Today today,
            Clock clock) {
        this.database = database;
        this.needs = needs;
        this.promised = promised;
        this.met = met;
        this.ledger = ledger;
        this.history = history;
        this.today = today;
        this.clock = clock;
    }

    /** The organisations where something may have had its day. */
    @Transactional
    List<Long> organisations() {
        return database.createQuery(
                        """
                        select o.id from Organisation o
                        where exists (select 1 from Allocation a where a.organisationId = o.id and a.state = PENDING
                                      and a.expiresAt <= :now)
                           or exists (select 1 from Need n where n.organisationId = o.id and n.state = OPEN
                                      and n.expiresOn < :today)
                        order by o.id""",
                        Long.class)
                .setParameter("now", clock.instant())
                .setParameter("today", LocalDate.ofInstant(clock.instant(), FIRST))
                .getResultList();
    }

    /** The codes of needs with a promise whose end has come, after that code. */
    @Transactional
    List<String> withOverduePromises(String after, int count) {
        return promised.overdue(clock.instant(), after, count);
    }

    /** The codes of open needs whose last day is over, after that code. */
    @Transactional
    List<String> over(String after, int count) {
        return needs.over(today.day(), after, count);
    }

    /** Lets go of the promises whose end has come and that lie on no dispatch. */
    @Transactional
    void endPromises(String code) {
        Need need = needs.lock(code);
        Instant now = clock.instant();
        List<Allocation> overdue = promised.onNoDispatch(promised.to(need.getLines())).stream()
                .filter(each -> each.getExpiresAt() != null && !each.getExpiresAt().isAfter(now))
                .toList();
        List<Allocation> released = release(need, overdue);
        if (!released.isEmpty()) {
            history.note(code, "need_promises_ended", AllocationService.inShort(released), null);
            met.look(need);
        }
    }

    /** It expires, unless goods lie ready for it: these leave or come back first. */
    @Transactional
    void expire(String code) {
        Need need = needs.lock(code);
        if (need.getState() != Need.State.OPEN || !need.isOver(today.day())) {
            return;
        }
        List<Allocation> standing = promised.to(need.getLines());
        if (promised.onNoDispatch(standing).size() < standing.size()) {
            return;
        }
        List<Allocation> released = release(need, standing);
        need.expire();
        history.note(code, "need_expired", released.isEmpty() ? null : AllocationService.inShort(released), null);
    }

    private List<Allocation> release(Need need, List<Allocation> allocations) {
        if (allocations.isEmpty()) {
            return List.of();
        }
        Map<Long, NeedLine> lines =
                need.getLines().stream().collect(Collectors.toMap(NeedLine::getId, Function.identity()));
        List<Allocation> released = ledger.release(allocations);
        released.forEach(each -> lines.get(each.getPurpose()).release(each.getQuantity()));
        return released;
    }
}
