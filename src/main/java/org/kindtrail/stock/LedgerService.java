package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.Session;
import org.kindtrail.web.Frame;

/** Lets whoever looks after the installation see whether its ledger is whole, while it runs. */
@ApplicationScoped
public class LedgerService {
    private final EntityManager database;
    private final Frame frame;
    private final Clock clock;

    LedgerService(EntityManager database, Frame frame, Clock clock) {
        this.database = database;
        this.frame = frame;
        this.clock = clock;
    }

    /** Of all organisations; it tells numbers and the codes of lots and places, and nothing else of any of them. */
    @Transactional
    public LedgerView verify() {
        Verification.Result found = database.unwrap(Session.class).doReturningWork(Verification::of);
        database.createNativeQuery("update ledger_verified set verified_at = ?1, differences = ?2")
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(2, found.differences())
                .executeUpdate();
        List<String> first = found.first().stream()
                .map(difference -> frame.say(difference.wordsKey(), difference.facts()))
                .toList();
        return new LedgerView(
                found.movements(), found.balances(), found.differences(), found.line(), first);
    }
}
