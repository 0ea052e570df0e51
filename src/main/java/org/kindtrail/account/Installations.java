package org.kindtrail.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.Refused;

/** The installation as a whole: whether somebody works here yet, and who may be the first. */
@ApplicationScoped
public class Installations {
    private final EntityManager database;
    private final Clock clock;
    /** Once true it stays true, so the database is asked only until then. */
    private volatile boolean knownToBeSetUp;

    Installations(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether there is an organisation; until then every page leads to the set-up. */
    public boolean isSetUp() {
        if (!knownToBeSetUp) {
            knownToBeSetUp = QuarkusTransaction.requiringNew().call(this::hasAnOrganisation);
        }
        return knownToBeSetUp;
    }

    private boolean hasAnOrganisation() {
        return !database.createQuery("select 1 from Organisation", Integer.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** From now on this code, and no earlier one, opens the set-up. Only its hash is kept. */
    @Transactional
    public void expect(String code) {
        locked().expect(Code.hash(code));
    }

    /**
     * Takes the set-up for the transaction that is under way: another that comes meanwhile waits, and is refused then.
     *
     * @throws Refused when somebody has set the installation up already
     * @return empty when the code is not the one that the log shows
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Boolean> begin(String code) {
        Installation installation = locked();
        if (installation.isSetUp() || hasAnOrganisation()) {
            throw new Refused("error_setup_done");
        }
        byte[] expected = String.valueOf(installation.getCodeHash()).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, Code.hash(code).getBytes(StandardCharsets.US_ASCII))) {
            return Optional.empty();
        }
        installation.setUp(clock.instant());
        return Optional.of(true);
    }

    /**
     * Takes the set-up without a code, for the demonstration.
     *
     * @throws Refused when somebody has set the installation up already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void beginDemonstration() {
        Installation installation = locked();
        if (installation.isSetUp() || hasAnOrganisation()) {
            throw new Refused("error_setup_done");
        }
        installation.setUp(clock.instant());
    }

    /** The roles that need a second factor. */
    Set<Role> secondFactorRoles() {
        return database.find(Installation.class, 1).getSecondFactorRoles();
    }

    /** Only these roles need one from now on. */
    @Transactional(Transactional.TxType.MANDATORY)
    Set<Role> requireSecondFactor(Set<Role> roles) {
        Installation installation = locked();
        installation.requireSecondFactor(roles);
        return installation.getSecondFactorRoles();
    }

    private Installation locked() {
        return database.find(Installation.class, 1, LockModeType.PESSIMISTIC_WRITE);
    }
}
