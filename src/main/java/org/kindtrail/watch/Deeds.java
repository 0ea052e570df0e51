package org.kindtrail.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what is done. What a transaction does counts when it is committed, so what is tried again counts once. */
@ApplicationScoped
public class Deeds {
    private final TransactionSynchronizationRegistry transactions;
    private final Map<Deed, LongAdder> done = new EnumMap<>(Deed.class);

    Deeds(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
        for (Deed each : Deed.values()) {
            done.put(each, new LongAdder());
        }
    }

    /** It stands when the transaction that does it is committed. */
    public void done(Deed deed, long times) {
        if (times == 0) {
            return;
        }
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    done.get(deed).add(times);
                }
            }
        });
    }

    /** It was refused, so nothing is committed. */
    public void refused(Deed deed) {
        done.get(deed).increment();
    }

    double count(Deed deed) {
        return done.get(deed).sum();
    }
}
