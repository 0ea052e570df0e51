package org.kindtrail.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.kindtrail.web.HouseSecret;

/** The secret of the installation, made at the first start; the same for all nodes on one database. */
@ApplicationScoped
class Secret implements HouseSecret {
    private final EntityManager database;
    private final Clock clock;
    private volatile byte[] secret;

    Secret(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void make(@Observes @Priority(1) StartupEvent start) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (database.find(Installation.class, 1) == null) {
                    byte[] fresh = new byte[32];
                    new SecureRandom().nextBytes(fresh);
                    database.persist(new Installation(HexFormat.of().formatHex(fresh), clock.instant()));
                }
            });
        } catch (PersistenceException | io.quarkus.narayana.jta.QuarkusTransactionException otherNodeWasFirst) {
            if (stored() == null) {
                throw otherNodeWasFirst;
            }
        }
        secret = HexFormat.of().parseHex(stored().getSecret());
    }

    private Installation stored() {
        return QuarkusTransaction.requiringNew().call(() -> database.find(Installation.class, 1));
    }

    @Override
    public byte[] secret() {
        return secret;
    }
}
